/* A Bison parser, made by GNU Bison 3.8.2.  */

/* Bison implementation for Yacc-like parsers in C

   Copyright (C) 1984, 1989-1990, 2000-2015, 2018-2021 Free Software Foundation,
   Inc.

   This program is free software: you can redistribute it and/or modify
   it under the terms of the GNU General Public License as published by
   the Free Software Foundation, either version 3 of the License, or
   (at your option) any later version.

   This program is distributed in the hope that it will be useful,
   but WITHOUT ANY WARRANTY; without even the implied warranty of
   MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
   GNU General Public License for more details.

   You should have received a copy of the GNU General Public License
   along with this program.  If not, see <https://www.gnu.org/licenses/>.  */

/* As a special exception, you may create a larger work that contains
   part or all of the Bison parser skeleton and distribute that work
   under terms of your choice, so long as that work isn't itself a
   parser generator using the skeleton or a modified version thereof
   as a parser skeleton.  Alternatively, if you modify or redistribute
   the parser skeleton itself, you may (at your option) remove this
   special exception, which will cause the skeleton and the resulting
   Bison output files to be licensed under the GNU General Public
   License without this special exception.

   This special exception was added by the Free Software Foundation in
   version 2.2 of Bison.  */

/* C LALR(1) parser skeleton written by Richard Stallman, by
   simplifying the original so-called "semantic" parser.  */

/* DO NOT RELY ON FEATURES THAT ARE NOT DOCUMENTED in the manual,
   especially those whose name start with YY_ or yy_.  They are
   private implementation details that can be changed or removed.  */

/* All symbols defined below should begin with yy or YY, to avoid
   infringing on user name space.  This should be done even for local
   variables, as they might otherwise be expanded by user macros.
   There are some unavoidable exceptions within include files to
   define necessary library symbols; they are noted "INFRINGES ON
   USER NAME SPACE" below.  */

/* Identify Bison output, and Bison version.  */
#define YYBISON 30802

/* Bison version string.  */
#define YYBISON_VERSION "3.8.2"

/* Skeleton name.  */
#define YYSKELETON_NAME "yacc.c"

/* Pure parsers.  */
#define YYPURE 2

/* Push parsers.  */
#define YYPUSH 0

/* Pull parsers.  */
#define YYPULL 1

/* Substitute the type names.  */
#define YYSTYPE         PHRASE_STYPE
/* Substitute the variable and function names.  */
#define yyparse         phrase_parse
#define yylex           phrase_lex
#define yyerror         phrase_error
#define yydebug         phrase_debug
#define yynerrs         phrase_nerrs


# ifndef YY_CAST
#  ifdef __cplusplus
#   define YY_CAST(Type, Val) static_cast<Type> (Val)
#   define YY_REINTERPRET_CAST(Type, Val) reinterpret_cast<Type> (Val)
#  else
#   define YY_CAST(Type, Val) ((Type) (Val))
#   define YY_REINTERPRET_CAST(Type, Val) ((Type) (Val))
#  endif
# endif
# ifndef YY_NULLPTR
#  if defined __cplusplus
#   if 201103L <= __cplusplus
#    define YY_NULLPTR nullptr
#   else
#    define YY_NULLPTR 0
#   endif
#  else
#   define YY_NULLPTR ((void*)0)
#  endif
# endif

#include "criteria.tab.h"
/* Symbol kind.  */
enum yysymbol_kind_t
{
  YYSYMBOL_YYEMPTY = -2,
  YYSYMBOL_YYEOF = 0,                      /* "end of file"  */
  YYSYMBOL_YYerror = 1,                    /* error  */
  YYSYMBOL_YYUNDEF = 2,                    /* "invalid token"  */
  YYSYMBOL_NUMBER = 3,                     /* NUMBER  */
  YYSYMBOL_UNIT = 4,                       /* UNIT  */
  YYSYMBOL_CMP = 5,                        /* CMP  */
  YYSYMBOL_ORMORE = 6,                     /* ORMORE  */
  YYSYMBOL_ORLESS = 7,                     /* ORLESS  */
  YYSYMBOL_BETWEEN = 8,                    /* BETWEEN  */
  YYSYMBOL_TO = 9,                         /* TO  */
  YYSYMBOL_ANDN = 10,                      /* ANDN  */
  YYSYMBOL_ORN = 11,                       /* ORN  */
  YYSYMBOL_COMMAN = 12,                    /* COMMAN  */
  YYSYMBOL_MULT = 13,                      /* MULT  */
  YYSYMBOL_ULN = 14,                       /* ULN  */
  YYSYMBOL_PREDICTED = 15,                 /* PREDICTED  */
  YYSYMBOL_WITHIN = 16,                    /* WITHIN  */
  YYSYMBOL_LAST = 17,                      /* LAST  */
  YYSYMBOL_NEXT = 18,                      /* NEXT  */
  YYSYMBOL_BEFORE = 19,                    /* BEFORE  */
  YYSYMBOL_AFTER = 20,                     /* AFTER  */
  YYSYMBOL_OFEVENT = 21,                   /* OFEVENT  */
  YYSYMBOL_AGO = 22,                       /* AGO  */
  YYSYMBOL_BEFOREAND = 23,                 /* BEFOREAND  */
  YYSYMBOL_FOR = 24,                       /* FOR  */
  YYSYMBOL_LONGER = 25,                    /* LONGER  */
  YYSYMBOL_COUNTOF = 26,                   /* COUNTOF  */
  YYSYMBOL_OTHER = 27,                     /* OTHER  */
  YYSYMBOL_ELEMENT = 28,                   /* ELEMENT  */
  YYSYMBOL_YYACCEPT = 29,                  /* $accept  */
  YYSYMBOL_text = 30,                      /* text  */
  YYSYMBOL_one = 31,                       /* one  */
  YYSYMBOL_numeral = 32,                   /* numeral  */
  YYSYMBOL_scalar = 33,                    /* scalar  */
  YYSYMBOL_bound = 34,                     /* bound  */
  YYSYMBOL_range = 35,                     /* range  */
  YYSYMBOL_list = 36,                      /* list  */
  YYSYMBOL_quantity = 37,                  /* quantity  */
  YYSYMBOL_event = 38,                     /* event  */
  YYSYMBOL_window = 39,                    /* window  */
  YYSYMBOL_duration = 40,                  /* duration  */
  YYSYMBOL_count = 41,                     /* count  */
  YYSYMBOL_stray = 42                      /* stray  */
};
typedef enum yysymbol_kind_t yysymbol_kind_t;



/* Unqualified %code blocks.  */
#line 16 "grammar/criteria.y"

#include <string.h>
/* What the parser reads and writes. Its stacks come from the trial's arena (no free, and no crash without memory). */
struct phrase_parser {
    parts in;
    size_t at;
    arena *arena;
    const part **out;
    size_t count, room;
};
static int phrase_lex(YYSTYPE *value, struct phrase_parser *p);
static void phrase_error(struct phrase_parser *p, const char *message);
enum { MOST_NUMERALS = 2000 }; /* in a row; far below what Bison's stack holds */
static void element(struct phrase_parser *p, const part *x);
#define YYMALLOC(size) arena_alloc(p->arena, (size))
#define YYFREE(block) ((void)(block))
#define A p->arena
#define TEXT p->in.text

#line 172 "build-t/gen/criteria.tab.c"

#ifdef short
# undef short
#endif

/* On compilers that do not define __PTRDIFF_MAX__ etc., make sure
   <limits.h> and (if available) <stdint.h> are included
   so that the code can choose integer types of a good width.  */

#ifndef __PTRDIFF_MAX__
# include <limits.h> /* INFRINGES ON USER NAME SPACE */
# if defined __STDC_VERSION__ && 199901 <= __STDC_VERSION__
#  include <stdint.h> /* INFRINGES ON USER NAME SPACE */
#  define YY_STDINT_H
# endif
#endif

/* Narrow types that promote to a signed type and that can represent a
   signed or unsigned integer of at least N bits.  In tables they can
   save space and decrease cache pressure.  Promoting to a signed type
   helps avoid bugs in integer arithmetic.  */

#ifdef __INT_LEAST8_MAX__
typedef __INT_LEAST8_TYPE__ yytype_int8;
#elif defined YY_STDINT_H
typedef int_least8_t yytype_int8;
#else
typedef signed char yytype_int8;
#endif

#ifdef __INT_LEAST16_MAX__
typedef __INT_LEAST16_TYPE__ yytype_int16;
#elif defined YY_STDINT_H
typedef int_least16_t yytype_int16;
#else
typedef short yytype_int16;
#endif

/* Work around bug in HP-UX 11.23, which defines these macros
   incorrectly for preprocessor constants.  This workaround can likely
   be removed in 2023, as HPE has promised support for HP-UX 11.23
   (aka HP-UX 11i v2) only through the end of 2022; see Table 2 of
   <https://h20195.www2.hpe.com/V2/getpdf.aspx/4AA4-7673ENW.pdf>.  */
#ifdef __hpux
# undef UINT_LEAST8_MAX
# undef UINT_LEAST16_MAX
# define UINT_LEAST8_MAX 255
# define UINT_LEAST16_MAX 65535
#endif

#if defined __UINT_LEAST8_MAX__ && __UINT_LEAST8_MAX__ <= __INT_MAX__
typedef __UINT_LEAST8_TYPE__ yytype_uint8;
#elif (!defined __UINT_LEAST8_MAX__ && defined YY_STDINT_H \
       && UINT_LEAST8_MAX <= INT_MAX)
typedef uint_least8_t yytype_uint8;
#elif !defined __UINT_LEAST8_MAX__ && UCHAR_MAX <= INT_MAX
typedef unsigned char yytype_uint8;
#else
typedef short yytype_uint8;
#endif

#if defined __UINT_LEAST16_MAX__ && __UINT_LEAST16_MAX__ <= __INT_MAX__
typedef __UINT_LEAST16_TYPE__ yytype_uint16;
#elif (!defined __UINT_LEAST16_MAX__ && defined YY_STDINT_H \
       && UINT_LEAST16_MAX <= INT_MAX)
typedef uint_least16_t yytype_uint16;
#elif !defined __UINT_LEAST16_MAX__ && USHRT_MAX <= INT_MAX
typedef unsigned short yytype_uint16;
#else
typedef int yytype_uint16;
#endif

#ifndef YYPTRDIFF_T
# if defined __PTRDIFF_TYPE__ && defined __PTRDIFF_MAX__
#  define YYPTRDIFF_T __PTRDIFF_TYPE__
#  define YYPTRDIFF_MAXIMUM __PTRDIFF_MAX__
# elif defined PTRDIFF_MAX
#  ifndef ptrdiff_t
#   include <stddef.h> /* INFRINGES ON USER NAME SPACE */
#  endif
#  define YYPTRDIFF_T ptrdiff_t
#  define YYPTRDIFF_MAXIMUM PTRDIFF_MAX
# else
#  define YYPTRDIFF_T long
#  define YYPTRDIFF_MAXIMUM LONG_MAX
# endif
#endif

#ifndef YYSIZE_T
# ifdef __SIZE_TYPE__
#  define YYSIZE_T __SIZE_TYPE__
# elif defined size_t
#  define YYSIZE_T size_t
# elif defined __STDC_VERSION__ && 199901 <= __STDC_VERSION__
#  include <stddef.h> /* INFRINGES ON USER NAME SPACE */
#  define YYSIZE_T size_t
# else
#  define YYSIZE_T unsigned
# endif
#endif

#define YYSIZE_MAXIMUM                                  \
  YY_CAST (YYPTRDIFF_T,                                 \
           (YYPTRDIFF_MAXIMUM < YY_CAST (YYSIZE_T, -1)  \
            ? YYPTRDIFF_MAXIMUM                         \
            : YY_CAST (YYSIZE_T, -1)))

#define YYSIZEOF(X) YY_CAST (YYPTRDIFF_T, sizeof (X))


/* Stored state numbers (used for stacks). */
typedef yytype_int8 yy_state_t;

/* State numbers in computations.  */
typedef int yy_state_fast_t;

#ifndef YY_
# if defined YYENABLE_NLS && YYENABLE_NLS
#  if ENABLE_NLS
#   include <libintl.h> /* INFRINGES ON USER NAME SPACE */
#   define YY_(Msgid) dgettext ("bison-runtime", Msgid)
#  endif
# endif
# ifndef YY_
#  define YY_(Msgid) Msgid
# endif
#endif


#ifndef YY_ATTRIBUTE_PURE
# if defined __GNUC__ && 2 < __GNUC__ + (96 <= __GNUC_MINOR__)
#  define YY_ATTRIBUTE_PURE __attribute__ ((__pure__))
# else
#  define YY_ATTRIBUTE_PURE
# endif
#endif

#ifndef YY_ATTRIBUTE_UNUSED
# if defined __GNUC__ && 2 < __GNUC__ + (7 <= __GNUC_MINOR__)
#  define YY_ATTRIBUTE_UNUSED __attribute__ ((__unused__))
# else
#  define YY_ATTRIBUTE_UNUSED
# endif
#endif

/* Suppress unused-variable warnings by "using" E.  */
#if ! defined lint || defined __GNUC__
# define YY_USE(E) ((void) (E))
#else
# define YY_USE(E) /* empty */
#endif

/* Suppress an incorrect diagnostic about yylval being uninitialized.  */
#if defined __GNUC__ && ! defined __ICC && 406 <= __GNUC__ * 100 + __GNUC_MINOR__
# if __GNUC__ * 100 + __GNUC_MINOR__ < 407
#  define YY_IGNORE_MAYBE_UNINITIALIZED_BEGIN                           \
    _Pragma ("GCC diagnostic push")                                     \
    _Pragma ("GCC diagnostic ignored \"-Wuninitialized\"")
# else
#  define YY_IGNORE_MAYBE_UNINITIALIZED_BEGIN                           \
    _Pragma ("GCC diagnostic push")                                     \
    _Pragma ("GCC diagnostic ignored \"-Wuninitialized\"")              \
    _Pragma ("GCC diagnostic ignored \"-Wmaybe-uninitialized\"")
# endif
# define YY_IGNORE_MAYBE_UNINITIALIZED_END      \
    _Pragma ("GCC diagnostic pop")
#else
# define YY_INITIAL_VALUE(Value) Value
#endif
#ifndef YY_IGNORE_MAYBE_UNINITIALIZED_BEGIN
# define YY_IGNORE_MAYBE_UNINITIALIZED_BEGIN
# define YY_IGNORE_MAYBE_UNINITIALIZED_END
#endif
#ifndef YY_INITIAL_VALUE
# define YY_INITIAL_VALUE(Value) /* Nothing. */
#endif

#if defined __cplusplus && defined __GNUC__ && ! defined __ICC && 6 <= __GNUC__
# define YY_IGNORE_USELESS_CAST_BEGIN                          \
    _Pragma ("GCC diagnostic push")                            \
    _Pragma ("GCC diagnostic ignored \"-Wuseless-cast\"")
# define YY_IGNORE_USELESS_CAST_END            \
    _Pragma ("GCC diagnostic pop")
#endif
#ifndef YY_IGNORE_USELESS_CAST_BEGIN
# define YY_IGNORE_USELESS_CAST_BEGIN
# define YY_IGNORE_USELESS_CAST_END
#endif


#define YY_ASSERT(E) ((void) (0 && (E)))

#if 1

/* The parser invokes alloca or malloc; define the necessary symbols.  */

# ifdef YYSTACK_USE_ALLOCA
#  if YYSTACK_USE_ALLOCA
#   ifdef __GNUC__
#    define YYSTACK_ALLOC __builtin_alloca
#   elif defined __BUILTIN_VA_ARG_INCR
#    include <alloca.h> /* INFRINGES ON USER NAME SPACE */
#   elif defined _AIX
#    define YYSTACK_ALLOC __alloca
#   elif defined _MSC_VER
#    include <malloc.h> /* INFRINGES ON USER NAME SPACE */
#    define alloca _alloca
#   else
#    define YYSTACK_ALLOC alloca
#    if ! defined _ALLOCA_H && ! defined EXIT_SUCCESS
#     include <stdlib.h> /* INFRINGES ON USER NAME SPACE */
      /* Use EXIT_SUCCESS as a witness for stdlib.h.  */
#     ifndef EXIT_SUCCESS
#      define EXIT_SUCCESS 0
#     endif
#    endif
#   endif
#  endif
# endif

# ifdef YYSTACK_ALLOC
   /* Pacify GCC's 'empty if-body' warning.  */
#  define YYSTACK_FREE(Ptr) do { /* empty */; } while (0)
#  ifndef YYSTACK_ALLOC_MAXIMUM
    /* The OS might guarantee only one guard page at the bottom of the stack,
       and a page size can be as small as 4096 bytes.  So we cannot safely
       invoke alloca (N) if N exceeds 4096.  Use a slightly smaller number
       to allow for a few compiler-allocated temporary stack slots.  */
#   define YYSTACK_ALLOC_MAXIMUM 4032 /* reasonable circa 2006 */
#  endif
# else
#  define YYSTACK_ALLOC YYMALLOC
#  define YYSTACK_FREE YYFREE
#  ifndef YYSTACK_ALLOC_MAXIMUM
#   define YYSTACK_ALLOC_MAXIMUM YYSIZE_MAXIMUM
#  endif
#  if (defined __cplusplus && ! defined EXIT_SUCCESS \
       && ! ((defined YYMALLOC || defined malloc) \
             && (defined YYFREE || defined free)))
#   include <stdlib.h> /* INFRINGES ON USER NAME SPACE */
#   ifndef EXIT_SUCCESS
#    define EXIT_SUCCESS 0
#   endif
#  endif
#  ifndef YYMALLOC
#   define YYMALLOC malloc
#   if ! defined malloc && ! defined EXIT_SUCCESS
void *malloc (YYSIZE_T); /* INFRINGES ON USER NAME SPACE */
#   endif
#  endif
#  ifndef YYFREE
#   define YYFREE free
#   if ! defined free && ! defined EXIT_SUCCESS
void free (void *); /* INFRINGES ON USER NAME SPACE */
#   endif
#  endif
# endif
#endif /* 1 */

#if (! defined yyoverflow \
     && (! defined __cplusplus \
         || (defined PHRASE_STYPE_IS_TRIVIAL && PHRASE_STYPE_IS_TRIVIAL)))

/* A type that is properly aligned for any stack member.  */
union yyalloc
{
  yy_state_t yyss_alloc;
  YYSTYPE yyvs_alloc;
};

/* The size of the maximum gap between one aligned stack and the next.  */
# define YYSTACK_GAP_MAXIMUM (YYSIZEOF (union yyalloc) - 1)

/* The size of an array large to enough to hold all stacks, each with
   N elements.  */
# define YYSTACK_BYTES(N) \
     ((N) * (YYSIZEOF (yy_state_t) + YYSIZEOF (YYSTYPE)) \
      + YYSTACK_GAP_MAXIMUM)

# define YYCOPY_NEEDED 1

/* Relocate STACK from its old location to the new one.  The
   local variables YYSIZE and YYSTACKSIZE give the old and new number of
   elements in the stack, and YYPTR gives the new location of the
   stack.  Advance YYPTR to a properly aligned location for the next
   stack.  */
# define YYSTACK_RELOCATE(Stack_alloc, Stack)                           \
    do                                                                  \
      {                                                                 \
        YYPTRDIFF_T yynewbytes;                                         \
        YYCOPY (&yyptr->Stack_alloc, Stack, yysize);                    \
        Stack = &yyptr->Stack_alloc;                                    \
        yynewbytes = yystacksize * YYSIZEOF (*Stack) + YYSTACK_GAP_MAXIMUM; \
        yyptr += yynewbytes / YYSIZEOF (*yyptr);                        \
      }                                                                 \
    while (0)

#endif

#if defined YYCOPY_NEEDED && YYCOPY_NEEDED
/* Copy COUNT objects from SRC to DST.  The source and destination do
   not overlap.  */
# ifndef YYCOPY
#  if defined __GNUC__ && 1 < __GNUC__
#   define YYCOPY(Dst, Src, Count) \
      __builtin_memcpy (Dst, Src, YY_CAST (YYSIZE_T, (Count)) * sizeof (*(Src)))
#  else
#   define YYCOPY(Dst, Src, Count)              \
      do                                        \
        {                                       \
          YYPTRDIFF_T yyi;                      \
          for (yyi = 0; yyi < (Count); yyi++)   \
            (Dst)[yyi] = (Src)[yyi];            \
        }                                       \
      while (0)
#  endif
# endif
#endif /* !YYCOPY_NEEDED */

/* YYFINAL -- State number of the termination state.  */
#define YYFINAL  2
/* YYLAST -- Last index in YYTABLE.  */
#define YYLAST   187

/* YYNTOKENS -- Number of terminals.  */
#define YYNTOKENS  29
/* YYNNTS -- Number of nonterminals.  */
#define YYNNTS  14
/* YYNRULES -- Number of rules.  */
#define YYNRULES  93
/* YYNSTATES -- Number of states.  */
#define YYNSTATES  128

/* YYMAXUTOK -- Last valid token kind.  */
#define YYMAXUTOK   283


/* YYTRANSLATE(TOKEN-NUM) -- Symbol number corresponding to TOKEN-NUM
   as returned by yylex, with out-of-bounds checking.  */
#define YYTRANSLATE(YYX)                                \
  (0 <= (YYX) && (YYX) <= YYMAXUTOK                     \
   ? YY_CAST (yysymbol_kind_t, yytranslate[YYX])        \
   : YYSYMBOL_YYUNDEF)

/* YYTRANSLATE[TOKEN-NUM] -- Symbol number corresponding to TOKEN-NUM
   as returned by yylex.  */
static const yytype_int8 yytranslate[] =
{
       0,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     2,     2,     2,     2,
       2,     2,     2,     2,     2,     2,     1,     2,     3,     4,
       5,     6,     7,     8,     9,    10,    11,    12,    13,    14,
      15,    16,    17,    18,    19,    20,    21,    22,    23,    24,
      25,    26,    27,    28
};

#if PHRASE_DEBUG
/* YYRLINE[YYN] -- Source line where rule number YYN was defined.  */
static const yytype_uint8 yyrline[] =
{
       0,    50,    50,    51,    55,    56,    57,    58,    59,    60,
      66,    67,    68,    72,    73,    74,    75,    76,    82,    83,
      84,    85,    86,    87,    88,    92,    93,    94,    95,    96,
      97,    98,    99,   100,   101,   102,   103,   104,   105,   110,
     111,   112,   113,   114,   115,   119,   120,   121,   122,   123,
     129,   130,   131,   132,   136,   137,   138,   139,   140,   141,
     142,   143,   144,   145,   146,   147,   148,   149,   155,   156,
     160,   161,   162,   163,   167,   172,   172,   172,   172,   172,
     172,   172,   172,   172,   172,   172,   172,   172,   173,   174,
     175,   176,   177,   178
};
#endif

/** Accessing symbol of state STATE.  */
#define YY_ACCESSING_SYMBOL(State) YY_CAST (yysymbol_kind_t, yystos[State])

#if 1
/* The user-facing name of the symbol whose (internal) number is
   YYSYMBOL.  No bounds checking.  */
static const char *yysymbol_name (yysymbol_kind_t yysymbol) YY_ATTRIBUTE_UNUSED;

/* YYTNAME[SYMBOL-NUM] -- String name of the symbol SYMBOL-NUM.
   First, the terminals, then, starting at YYNTOKENS, nonterminals.  */
static const char *const yytname[] =
{
  "\"end of file\"", "error", "\"invalid token\"", "NUMBER", "UNIT",
  "CMP", "ORMORE", "ORLESS", "BETWEEN", "TO", "ANDN", "ORN", "COMMAN",
  "MULT", "ULN", "PREDICTED", "WITHIN", "LAST", "NEXT", "BEFORE", "AFTER",
  "OFEVENT", "AGO", "BEFOREAND", "FOR", "LONGER", "COUNTOF", "OTHER",
  "ELEMENT", "$accept", "text", "one", "numeral", "scalar", "bound",
  "range", "list", "quantity", "event", "window", "duration", "count",
  "stray", YY_NULLPTR
};

static const char *
yysymbol_name (yysymbol_kind_t yysymbol)
{
  return yytname[yysymbol];
}
#endif

#define YYPACT_NINF (-34)

#define yypact_value_is_default(Yyn) \
  ((Yyn) == YYPACT_NINF)

#define YYTABLE_NINF (-1)

#define yytable_value_is_error(Yyn) \
  0

/* YYPACT[STATE-NUM] -- Index in YYTABLE of the portion describing
   STATE-NUM.  */
static const yytype_int16 yypact[] =
{
     -34,   113,   -34,     2,   -34,    58,   -34,   -34,    -1,   -34,
     -34,   -34,   -34,   -34,   -34,   -34,     4,    71,   -34,   -34,
     -34,   -34,   -34,   -34,    28,   -34,   -34,   -34,   -34,    70,
     166,   -34,   -34,    85,   141,   -34,   -34,   -34,   -34,   -34,
      -7,   159,    58,    72,    58,    -1,    84,   138,   160,   165,
     165,   145,   165,    -4,   -34,     1,    10,    20,    58,    58,
      58,    58,    97,   -34,   -34,   -34,   -34,   -34,    27,    15,
      58,    58,    98,    58,    45,    46,   165,   165,   -34,   165,
      97,   -34,   -34,   -34,   -34,   -34,   -34,   -34,   -34,    19,
     -34,    58,   -34,   -34,   -34,   -34,   -34,   165,    58,   -34,
      58,   -34,   -34,    21,   142,   -34,    58,   -34,    58,   -34,
     -34,   -34,   -34,   165,    58,   -34,   -34,   -34,   -34,    58,
      58,   -34,   -34,   -34,   -34,   -34,   -34,   -34
};

/* YYDEFACT[STATE-NUM] -- Default reduction number in state STATE-NUM.
   Performed when YYTABLE does not specify something else to do.  Zero
   means the default is an error.  */
static const yytype_int8 yydefact[] =
{
       2,     0,     1,    10,    75,    88,    76,    77,    89,    78,
      79,    80,    81,    82,    17,    83,    90,    91,    86,    50,
      51,    52,    53,    87,    92,    84,    85,     4,     3,    13,
      45,    46,    47,    48,     5,    93,     6,     7,     8,     9,
      11,    18,     0,    49,     0,     0,     0,     0,    54,    65,
      63,     0,    70,    16,    14,    21,    22,     0,     0,     0,
       0,     0,     0,    74,    67,    12,    19,    20,     0,     0,
       0,     0,     0,     0,     0,     0,    58,    56,    62,    60,
       0,    55,    66,    64,    73,    72,    71,    15,    23,     0,
      24,     0,    25,    40,    39,    42,    41,     0,     0,    27,
       0,    44,    43,     0,     0,    36,     0,    30,     0,    29,
      59,    57,    61,     0,     0,    26,    69,    28,    37,     0,
       0,    33,    34,    32,    68,    38,    35,    31
};

/* YYPGOTO[NTERM-NUM].  */
static const yytype_int8 yypgoto[] =
{
     -34,   -34,   -34,   -34,    -5,   -34,   -34,   -34,    11,   -33,
     -34,   -34,   -34,   -34
};

/* YYDEFGOTO[NTERM-NUM].  */
static const yytype_int8 yydefgoto[] =
{
       0,     1,    28,    29,    30,    31,    32,    33,    34,    35,
      36,    37,    38,    39
};

/* YYTABLE[YYPACT[STATE-NUM]] -- What to do in state STATE-NUM.  If
   positive, shift that token.  If negative, reduce the rule whose
   number is the opposite.  If YYTABLE_NINF, syntax error.  */
static const yytype_int8 yytable[] =
{
      41,    64,     3,    43,    42,    88,    40,     3,    65,    44,
      87,    89,    45,    14,    90,    81,    82,    83,    14,    86,
     100,    46,    47,     3,   114,    91,   119,    48,    50,     0,
       3,     3,    98,    44,    14,    52,    45,    72,     0,    41,
      43,    14,    14,   110,   111,    51,   112,     0,     3,     3,
     106,   108,    92,    93,    94,    95,    96,    77,    79,    14,
      14,     3,    85,    99,   116,   101,   102,     0,   105,   107,
     109,     0,    14,    97,     3,    49,    44,    73,     0,    45,
     124,    74,    75,    53,    54,    14,   115,     3,    76,    44,
       0,   113,    45,   117,     0,   118,    60,    61,    14,   121,
       3,   122,    44,   123,     0,    45,     0,   103,   104,   125,
       0,    14,     0,     2,   126,   127,     3,     4,     5,     6,
       7,     8,     9,    10,    11,    12,    13,    14,    15,    16,
      17,    18,    19,    20,    21,    22,    23,    24,    25,    26,
      27,     3,    78,    44,     0,     3,    45,   120,     3,    84,
      44,     0,    14,    45,     0,     0,    14,     0,     0,    14,
      19,    20,    21,    22,    62,    66,    67,    63,    68,    69,
      70,    71,    55,    56,     0,    57,     0,    58,    59,    19,
      20,    21,    22,    80,    19,    20,    21,    22
};

static const yytype_int8 yycheck[] =
{
       5,    34,     3,     8,     5,     4,     4,     3,    15,     5,
      14,    10,     8,    14,     4,    48,    49,    50,    14,    52,
       5,    17,    18,     3,     5,     5,     5,    16,    17,    -1,
       3,     3,     5,     5,    14,    24,     8,    42,    -1,    44,
      45,    14,    14,    76,    77,    17,    79,    -1,     3,     3,
       5,     5,    57,    58,    59,    60,    61,    46,    47,    14,
      14,     3,    51,    68,    97,    70,    71,    -1,    73,    74,
      75,    -1,    14,    62,     3,     4,     5,     5,    -1,     8,
     113,     9,    10,    13,    14,    14,    91,     3,     4,     5,
      -1,    80,     8,    98,    -1,   100,    11,    12,    14,   104,
       3,   106,     5,   108,    -1,     8,    -1,     9,    10,   114,
      -1,    14,    -1,     0,   119,   120,     3,     4,     5,     6,
       7,     8,     9,    10,    11,    12,    13,    14,    15,    16,
      17,    18,    19,    20,    21,    22,    23,    24,    25,    26,
      27,     3,     4,     5,    -1,     3,     8,     5,     3,     4,
       5,    -1,    14,     8,    -1,    -1,    14,    -1,    -1,    14,
      19,    20,    21,    22,    23,     6,     7,    26,     9,    10,
      11,    12,     6,     7,    -1,     9,    -1,    11,    12,    19,
      20,    21,    22,    23,    19,    20,    21,    22
};

/* YYSTOS[STATE-NUM] -- The symbol kind of the accessing symbol of
   state STATE-NUM.  */
static const yytype_int8 yystos[] =
{
       0,    30,     0,     3,     4,     5,     6,     7,     8,     9,
      10,    11,    12,    13,    14,    15,    16,    17,    18,    19,
      20,    21,    22,    23,    24,    25,    26,    27,    31,    32,
      33,    34,    35,    36,    37,    38,    39,    40,    41,    42,
       4,    33,     5,    33,     5,     8,    17,    18,    37,     4,
      37,    17,    37,    13,    14,     6,     7,     9,    11,    12,
      11,    12,    23,    26,    38,    15,     6,     7,     9,    10,
      11,    12,    33,     5,     9,    10,     4,    37,     4,    37,
      23,    38,    38,    38,     4,    37,    38,    14,     4,    10,
       4,     5,    33,    33,    33,    33,    33,    37,     5,    33,
       5,    33,    33,     9,    10,    33,     5,    33,     5,    33,
      38,    38,    38,    37,     5,    33,    38,    33,    33,     5,
       5,    33,    33,    33,    38,    33,    33,    33
};

/* YYR1[RULE-NUM] -- Symbol kind of the left-hand side of rule RULE-NUM.  */
static const yytype_int8 yyr1[] =
{
       0,    29,    30,    30,    31,    31,    31,    31,    31,    31,
      32,    32,    32,    33,    33,    33,    33,    33,    34,    34,
      34,    34,    34,    34,    34,    35,    35,    35,    35,    35,
      35,    35,    35,    35,    35,    35,    35,    35,    35,    36,
      36,    36,    36,    36,    36,    37,    37,    37,    37,    37,
      38,    38,    38,    38,    39,    39,    39,    39,    39,    39,
      39,    39,    39,    39,    39,    39,    39,    39,    39,    39,
      40,    40,    40,    40,    41,    42,    42,    42,    42,    42,
      42,    42,    42,    42,    42,    42,    42,    42,    42,    42,
      42,    42,    42,    42
};

/* YYR2[RULE-NUM] -- Number of symbols on the right-hand side of rule RULE-NUM.  */
static const yytype_int8 yyr2[] =
{
       0,     2,     0,     2,     1,     1,     1,     1,     1,     1,
       1,     2,     3,     1,     2,     3,     2,     1,     2,     3,
       3,     2,     2,     3,     3,     3,     4,     4,     5,     4,
       4,     6,     5,     5,     5,     6,     4,     5,     5,     3,
       3,     3,     3,     4,     4,     1,     1,     1,     1,     2,
       1,     1,     1,     1,     2,     3,     3,     4,     3,     4,
       3,     4,     3,     2,     3,     2,     3,     2,     5,     4,
       2,     3,     3,     3,     2,     1,     1,     1,     1,     1,
       1,     1,     1,     1,     1,     1,     1,     1,     1,     1,
       1,     1,     1,     1
};


enum { YYENOMEM = -2 };

#define yyerrok         (yyerrstatus = 0)
#define yyclearin       (yychar = PHRASE_EMPTY)

#define YYACCEPT        goto yyacceptlab
#define YYABORT         goto yyabortlab
#define YYERROR         goto yyerrorlab
#define YYNOMEM         goto yyexhaustedlab


#define YYRECOVERING()  (!!yyerrstatus)

#define YYBACKUP(Token, Value)                                    \
  do                                                              \
    if (yychar == PHRASE_EMPTY)                                        \
      {                                                           \
        yychar = (Token);                                         \
        yylval = (Value);                                         \
        YYPOPSTACK (yylen);                                       \
        yystate = *yyssp;                                         \
        goto yybackup;                                            \
      }                                                           \
    else                                                          \
      {                                                           \
        yyerror (p, YY_("syntax error: cannot back up")); \
        YYERROR;                                                  \
      }                                                           \
  while (0)

/* Backward compatibility with an undocumented macro.
   Use PHRASE_error or PHRASE_UNDEF. */
#define YYERRCODE PHRASE_UNDEF


/* Enable debugging if requested.  */
#if PHRASE_DEBUG

# ifndef YYFPRINTF
#  include <stdio.h> /* INFRINGES ON USER NAME SPACE */
#  define YYFPRINTF fprintf
# endif

# define YYDPRINTF(Args)                        \
do {                                            \
  if (yydebug)                                  \
    YYFPRINTF Args;                             \
} while (0)




# define YY_SYMBOL_PRINT(Title, Kind, Value, Location)                    \
do {                                                                      \
  if (yydebug)                                                            \
    {                                                                     \
      YYFPRINTF (stderr, "%s ", Title);                                   \
      yy_symbol_print (stderr,                                            \
                  Kind, Value, p); \
      YYFPRINTF (stderr, "\n");                                           \
    }                                                                     \
} while (0)


/*-----------------------------------.
| Print this symbol's value on YYO.  |
`-----------------------------------*/

static void
yy_symbol_value_print (FILE *yyo,
                       yysymbol_kind_t yykind, YYSTYPE const * const yyvaluep, struct phrase_parser *p)
{
  FILE *yyoutput = yyo;
  YY_USE (yyoutput);
  YY_USE (p);
  if (!yyvaluep)
    return;
  YY_IGNORE_MAYBE_UNINITIALIZED_BEGIN
  YY_USE (yykind);
  YY_IGNORE_MAYBE_UNINITIALIZED_END
}


/*---------------------------.
| Print this symbol on YYO.  |
`---------------------------*/

static void
yy_symbol_print (FILE *yyo,
                 yysymbol_kind_t yykind, YYSTYPE const * const yyvaluep, struct phrase_parser *p)
{
  YYFPRINTF (yyo, "%s %s (",
             yykind < YYNTOKENS ? "token" : "nterm", yysymbol_name (yykind));

  yy_symbol_value_print (yyo, yykind, yyvaluep, p);
  YYFPRINTF (yyo, ")");
}

/*------------------------------------------------------------------.
| yy_stack_print -- Print the state stack from its BOTTOM up to its |
| TOP (included).                                                   |
`------------------------------------------------------------------*/

static void
yy_stack_print (yy_state_t *yybottom, yy_state_t *yytop)
{
  YYFPRINTF (stderr, "Stack now");
  for (; yybottom <= yytop; yybottom++)
    {
      int yybot = *yybottom;
      YYFPRINTF (stderr, " %d", yybot);
    }
  YYFPRINTF (stderr, "\n");
}

# define YY_STACK_PRINT(Bottom, Top)                            \
do {                                                            \
  if (yydebug)                                                  \
    yy_stack_print ((Bottom), (Top));                           \
} while (0)


/*------------------------------------------------.
| Report that the YYRULE is going to be reduced.  |
`------------------------------------------------*/

static void
yy_reduce_print (yy_state_t *yyssp, YYSTYPE *yyvsp,
                 int yyrule, struct phrase_parser *p)
{
  int yylno = yyrline[yyrule];
  int yynrhs = yyr2[yyrule];
  int yyi;
  YYFPRINTF (stderr, "Reducing stack by rule %d (line %d):\n",
             yyrule - 1, yylno);
  /* The symbols being reduced.  */
  for (yyi = 0; yyi < yynrhs; yyi++)
    {
      YYFPRINTF (stderr, "   $%d = ", yyi + 1);
      yy_symbol_print (stderr,
                       YY_ACCESSING_SYMBOL (+yyssp[yyi + 1 - yynrhs]),
                       &yyvsp[(yyi + 1) - (yynrhs)], p);
      YYFPRINTF (stderr, "\n");
    }
}

# define YY_REDUCE_PRINT(Rule)          \
do {                                    \
  if (yydebug)                          \
    yy_reduce_print (yyssp, yyvsp, Rule, p); \
} while (0)

/* Nonzero means print parse trace.  It is left uninitialized so that
   multiple parsers can coexist.  */
int yydebug;
#else /* !PHRASE_DEBUG */
# define YYDPRINTF(Args) ((void) 0)
# define YY_SYMBOL_PRINT(Title, Kind, Value, Location)
# define YY_STACK_PRINT(Bottom, Top)
# define YY_REDUCE_PRINT(Rule)
#endif /* !PHRASE_DEBUG */


/* YYINITDEPTH -- initial size of the parser's stacks.  */
#ifndef YYINITDEPTH
# define YYINITDEPTH 200
#endif

/* YYMAXDEPTH -- maximum size the stacks can grow to (effective only
   if the built-in stack extension method is used).

   Do not make this value too large; the results are undefined if
   YYSTACK_ALLOC_MAXIMUM < YYSTACK_BYTES (YYMAXDEPTH)
   evaluated with infinite-precision integer arithmetic.  */

#ifndef YYMAXDEPTH
# define YYMAXDEPTH 10000
#endif


/* Context of a parse error.  */
typedef struct
{
  yy_state_t *yyssp;
  yysymbol_kind_t yytoken;
} yypcontext_t;

/* Put in YYARG at most YYARGN of the expected tokens given the
   current YYCTX, and return the number of tokens stored in YYARG.  If
   YYARG is null, return the number of expected tokens (guaranteed to
   be less than YYNTOKENS).  Return YYENOMEM on memory exhaustion.
   Return 0 if there are more than YYARGN expected tokens, yet fill
   YYARG up to YYARGN. */
static int
yypcontext_expected_tokens (const yypcontext_t *yyctx,
                            yysymbol_kind_t yyarg[], int yyargn)
{
  /* Actual size of YYARG. */
  int yycount = 0;
  int yyn = yypact[+*yyctx->yyssp];
  if (!yypact_value_is_default (yyn))
    {
      /* Start YYX at -YYN if negative to avoid negative indexes in
         YYCHECK.  In other words, skip the first -YYN actions for
         this state because they are default actions.  */
      int yyxbegin = yyn < 0 ? -yyn : 0;
      /* Stay within bounds of both yycheck and yytname.  */
      int yychecklim = YYLAST - yyn + 1;
      int yyxend = yychecklim < YYNTOKENS ? yychecklim : YYNTOKENS;
      int yyx;
      for (yyx = yyxbegin; yyx < yyxend; ++yyx)
        if (yycheck[yyx + yyn] == yyx && yyx != YYSYMBOL_YYerror
            && !yytable_value_is_error (yytable[yyx + yyn]))
          {
            if (!yyarg)
              ++yycount;
            else if (yycount == yyargn)
              return 0;
            else
              yyarg[yycount++] = YY_CAST (yysymbol_kind_t, yyx);
          }
    }
  if (yyarg && yycount == 0 && 0 < yyargn)
    yyarg[0] = YYSYMBOL_YYEMPTY;
  return yycount;
}




#ifndef yystrlen
# if defined __GLIBC__ && defined _STRING_H
#  define yystrlen(S) (YY_CAST (YYPTRDIFF_T, strlen (S)))
# else
/* Return the length of YYSTR.  */
static YYPTRDIFF_T
yystrlen (const char *yystr)
{
  YYPTRDIFF_T yylen;
  for (yylen = 0; yystr[yylen]; yylen++)
    continue;
  return yylen;
}
# endif
#endif

#ifndef yystpcpy
# if defined __GLIBC__ && defined _STRING_H && defined _GNU_SOURCE
#  define yystpcpy stpcpy
# else
/* Copy YYSRC to YYDEST, returning the address of the terminating '\0' in
   YYDEST.  */
static char *
yystpcpy (char *yydest, const char *yysrc)
{
  char *yyd = yydest;
  const char *yys = yysrc;

  while ((*yyd++ = *yys++) != '\0')
    continue;

  return yyd - 1;
}
# endif
#endif

#ifndef yytnamerr
/* Copy to YYRES the contents of YYSTR after stripping away unnecessary
   quotes and backslashes, so that it's suitable for yyerror.  The
   heuristic is that double-quoting is unnecessary unless the string
   contains an apostrophe, a comma, or backslash (other than
   backslash-backslash).  YYSTR is taken from yytname.  If YYRES is
   null, do not copy; instead, return the length of what the result
   would have been.  */
static YYPTRDIFF_T
yytnamerr (char *yyres, const char *yystr)
{
  if (*yystr == '"')
    {
      YYPTRDIFF_T yyn = 0;
      char const *yyp = yystr;
      for (;;)
        switch (*++yyp)
          {
          case '\'':
          case ',':
            goto do_not_strip_quotes;

          case '\\':
            if (*++yyp != '\\')
              goto do_not_strip_quotes;
            else
              goto append;

          append:
          default:
            if (yyres)
              yyres[yyn] = *yyp;
            yyn++;
            break;

          case '"':
            if (yyres)
              yyres[yyn] = '\0';
            return yyn;
          }
    do_not_strip_quotes: ;
    }

  if (yyres)
    return yystpcpy (yyres, yystr) - yyres;
  else
    return yystrlen (yystr);
}
#endif


static int
yy_syntax_error_arguments (const yypcontext_t *yyctx,
                           yysymbol_kind_t yyarg[], int yyargn)
{
  /* Actual size of YYARG. */
  int yycount = 0;
  /* There are many possibilities here to consider:
     - If this state is a consistent state with a default action, then
       the only way this function was invoked is if the default action
       is an error action.  In that case, don't check for expected
       tokens because there are none.
     - The only way there can be no lookahead present (in yychar) is if
       this state is a consistent state with a default action.  Thus,
       detecting the absence of a lookahead is sufficient to determine
       that there is no unexpected or expected token to report.  In that
       case, just report a simple "syntax error".
     - Don't assume there isn't a lookahead just because this state is a
       consistent state with a default action.  There might have been a
       previous inconsistent state, consistent state with a non-default
       action, or user semantic action that manipulated yychar.
     - Of course, the expected token list depends on states to have
       correct lookahead information, and it depends on the parser not
       to perform extra reductions after fetching a lookahead from the
       scanner and before detecting a syntax error.  Thus, state merging
       (from LALR or IELR) and default reductions corrupt the expected
       token list.  However, the list is correct for canonical LR with
       one exception: it will still contain any token that will not be
       accepted due to an error action in a later state.
  */
  if (yyctx->yytoken != YYSYMBOL_YYEMPTY)
    {
      int yyn;
      if (yyarg)
        yyarg[yycount] = yyctx->yytoken;
      ++yycount;
      yyn = yypcontext_expected_tokens (yyctx,
                                        yyarg ? yyarg + 1 : yyarg, yyargn - 1);
      if (yyn == YYENOMEM)
        return YYENOMEM;
      else
        yycount += yyn;
    }
  return yycount;
}

/* Copy into *YYMSG, which is of size *YYMSG_ALLOC, an error message
   about the unexpected token YYTOKEN for the state stack whose top is
   YYSSP.

   Return 0 if *YYMSG was successfully written.  Return -1 if *YYMSG is
   not large enough to hold the message.  In that case, also set
   *YYMSG_ALLOC to the required number of bytes.  Return YYENOMEM if the
   required number of bytes is too large to store.  */
static int
yysyntax_error (YYPTRDIFF_T *yymsg_alloc, char **yymsg,
                const yypcontext_t *yyctx)
{
  enum { YYARGS_MAX = 5 };
  /* Internationalized format string. */
  const char *yyformat = YY_NULLPTR;
  /* Arguments of yyformat: reported tokens (one for the "unexpected",
     one per "expected"). */
  yysymbol_kind_t yyarg[YYARGS_MAX];
  /* Cumulated lengths of YYARG.  */
  YYPTRDIFF_T yysize = 0;

  /* Actual size of YYARG. */
  int yycount = yy_syntax_error_arguments (yyctx, yyarg, YYARGS_MAX);
  if (yycount == YYENOMEM)
    return YYENOMEM;

  switch (yycount)
    {
#define YYCASE_(N, S)                       \
      case N:                               \
        yyformat = S;                       \
        break
    default: /* Avoid compiler warnings. */
      YYCASE_(0, YY_("syntax error"));
      YYCASE_(1, YY_("syntax error, unexpected %s"));
      YYCASE_(2, YY_("syntax error, unexpected %s, expecting %s"));
      YYCASE_(3, YY_("syntax error, unexpected %s, expecting %s or %s"));
      YYCASE_(4, YY_("syntax error, unexpected %s, expecting %s or %s or %s"));
      YYCASE_(5, YY_("syntax error, unexpected %s, expecting %s or %s or %s or %s"));
#undef YYCASE_
    }

  /* Compute error message size.  Don't count the "%s"s, but reserve
     room for the terminator.  */
  yysize = yystrlen (yyformat) - 2 * yycount + 1;
  {
    int yyi;
    for (yyi = 0; yyi < yycount; ++yyi)
      {
        YYPTRDIFF_T yysize1
          = yysize + yytnamerr (YY_NULLPTR, yytname[yyarg[yyi]]);
        if (yysize <= yysize1 && yysize1 <= YYSTACK_ALLOC_MAXIMUM)
          yysize = yysize1;
        else
          return YYENOMEM;
      }
  }

  if (*yymsg_alloc < yysize)
    {
      *yymsg_alloc = 2 * yysize;
      if (! (yysize <= *yymsg_alloc
             && *yymsg_alloc <= YYSTACK_ALLOC_MAXIMUM))
        *yymsg_alloc = YYSTACK_ALLOC_MAXIMUM;
      return -1;
    }

  /* Avoid sprintf, as that infringes on the user's name space.
     Don't have undefined behavior even if the translation
     produced a string with the wrong number of "%s"s.  */
  {
    char *yyp = *yymsg;
    int yyi = 0;
    while ((*yyp = *yyformat) != '\0')
      if (*yyp == '%' && yyformat[1] == 's' && yyi < yycount)
        {
          yyp += yytnamerr (yyp, yytname[yyarg[yyi++]]);
          yyformat += 2;
        }
      else
        {
          ++yyp;
          ++yyformat;
        }
  }
  return 0;
}


/*-----------------------------------------------.
| Release the memory associated to this symbol.  |
`-----------------------------------------------*/

static void
yydestruct (const char *yymsg,
            yysymbol_kind_t yykind, YYSTYPE *yyvaluep, struct phrase_parser *p)
{
  YY_USE (yyvaluep);
  YY_USE (p);
  if (!yymsg)
    yymsg = "Deleting";
  YY_SYMBOL_PRINT (yymsg, yykind, yyvaluep, yylocationp);

  YY_IGNORE_MAYBE_UNINITIALIZED_BEGIN
  YY_USE (yykind);
  YY_IGNORE_MAYBE_UNINITIALIZED_END
}






/*----------.
| yyparse.  |
`----------*/

int
yyparse (struct phrase_parser *p)
{
/* Lookahead token kind.  */
int yychar;


/* The semantic value of the lookahead symbol.  */
/* Default value used for initialization, for pacifying older GCCs
   or non-GCC compilers.  */
YY_INITIAL_VALUE (static YYSTYPE yyval_default;)
YYSTYPE yylval YY_INITIAL_VALUE (= yyval_default);

    /* Number of syntax errors so far.  */
    int yynerrs = 0;

    yy_state_fast_t yystate = 0;
    /* Number of tokens to shift before error messages enabled.  */
    int yyerrstatus = 0;

    /* Refer to the stacks through separate pointers, to allow yyoverflow
       to reallocate them elsewhere.  */

    /* Their size.  */
    YYPTRDIFF_T yystacksize = YYINITDEPTH;

    /* The state stack: array, bottom, top.  */
    yy_state_t yyssa[YYINITDEPTH];
    yy_state_t *yyss = yyssa;
    yy_state_t *yyssp = yyss;

    /* The semantic value stack: array, bottom, top.  */
    YYSTYPE yyvsa[YYINITDEPTH];
    YYSTYPE *yyvs = yyvsa;
    YYSTYPE *yyvsp = yyvs;

  int yyn;
  /* The return value of yyparse.  */
  int yyresult;
  /* Lookahead symbol kind.  */
  yysymbol_kind_t yytoken = YYSYMBOL_YYEMPTY;
  /* The variables used to return semantic value and location from the
     action routines.  */
  YYSTYPE yyval;

  /* Buffer for error messages, and its allocated size.  */
  char yymsgbuf[128];
  char *yymsg = yymsgbuf;
  YYPTRDIFF_T yymsg_alloc = sizeof yymsgbuf;

#define YYPOPSTACK(N)   (yyvsp -= (N), yyssp -= (N))

  /* The number of symbols on the RHS of the reduced rule.
     Keep to zero when no symbol should be popped.  */
  int yylen = 0;

  YYDPRINTF ((stderr, "Starting parse\n"));

  yychar = PHRASE_EMPTY; /* Cause a token to be read.  */

  goto yysetstate;


/*------------------------------------------------------------.
| yynewstate -- push a new state, which is found in yystate.  |
`------------------------------------------------------------*/
yynewstate:
  /* In all cases, when you get here, the value and location stacks
     have just been pushed.  So pushing a state here evens the stacks.  */
  yyssp++;


/*--------------------------------------------------------------------.
| yysetstate -- set current state (the top of the stack) to yystate.  |
`--------------------------------------------------------------------*/
yysetstate:
  YYDPRINTF ((stderr, "Entering state %d\n", yystate));
  YY_ASSERT (0 <= yystate && yystate < YYNSTATES);
  YY_IGNORE_USELESS_CAST_BEGIN
  *yyssp = YY_CAST (yy_state_t, yystate);
  YY_IGNORE_USELESS_CAST_END
  YY_STACK_PRINT (yyss, yyssp);

  if (yyss + yystacksize - 1 <= yyssp)
#if !defined yyoverflow && !defined YYSTACK_RELOCATE
    YYNOMEM;
#else
    {
      /* Get the current used size of the three stacks, in elements.  */
      YYPTRDIFF_T yysize = yyssp - yyss + 1;

# if defined yyoverflow
      {
        /* Give user a chance to reallocate the stack.  Use copies of
           these so that the &'s don't force the real ones into
           memory.  */
        yy_state_t *yyss1 = yyss;
        YYSTYPE *yyvs1 = yyvs;

        /* Each stack pointer address is followed by the size of the
           data in use in that stack, in bytes.  This used to be a
           conditional around just the two extra args, but that might
           be undefined if yyoverflow is a macro.  */
        yyoverflow (YY_("memory exhausted"),
                    &yyss1, yysize * YYSIZEOF (*yyssp),
                    &yyvs1, yysize * YYSIZEOF (*yyvsp),
                    &yystacksize);
        yyss = yyss1;
        yyvs = yyvs1;
      }
# else /* defined YYSTACK_RELOCATE */
      /* Extend the stack our own way.  */
      if (YYMAXDEPTH <= yystacksize)
        YYNOMEM;
      yystacksize *= 2;
      if (YYMAXDEPTH < yystacksize)
        yystacksize = YYMAXDEPTH;

      {
        yy_state_t *yyss1 = yyss;
        union yyalloc *yyptr =
          YY_CAST (union yyalloc *,
                   YYSTACK_ALLOC (YY_CAST (YYSIZE_T, YYSTACK_BYTES (yystacksize))));
        if (! yyptr)
          YYNOMEM;
        YYSTACK_RELOCATE (yyss_alloc, yyss);
        YYSTACK_RELOCATE (yyvs_alloc, yyvs);
#  undef YYSTACK_RELOCATE
        if (yyss1 != yyssa)
          YYSTACK_FREE (yyss1);
      }
# endif

      yyssp = yyss + yysize - 1;
      yyvsp = yyvs + yysize - 1;

      YY_IGNORE_USELESS_CAST_BEGIN
      YYDPRINTF ((stderr, "Stack size increased to %ld\n",
                  YY_CAST (long, yystacksize)));
      YY_IGNORE_USELESS_CAST_END

      if (yyss + yystacksize - 1 <= yyssp)
        YYABORT;
    }
#endif /* !defined yyoverflow && !defined YYSTACK_RELOCATE */


  if (yystate == YYFINAL)
    YYACCEPT;

  goto yybackup;


/*-----------.
| yybackup.  |
`-----------*/
yybackup:
  /* Do appropriate processing given the current state.  Read a
     lookahead token if we need one and don't already have one.  */

  /* First try to decide what to do without reference to lookahead token.  */
  yyn = yypact[yystate];
  if (yypact_value_is_default (yyn))
    goto yydefault;

  /* Not known => get a lookahead token if don't already have one.  */

  /* YYCHAR is either empty, or end-of-input, or a valid lookahead.  */
  if (yychar == PHRASE_EMPTY)
    {
      YYDPRINTF ((stderr, "Reading a token\n"));
      yychar = yylex (&yylval, p);
    }

  if (yychar <= PHRASE_EOF)
    {
      yychar = PHRASE_EOF;
      yytoken = YYSYMBOL_YYEOF;
      YYDPRINTF ((stderr, "Now at end of input.\n"));
    }
  else if (yychar == PHRASE_error)
    {
      /* The scanner already issued an error message, process directly
         to error recovery.  But do not keep the error token as
         lookahead, it is too special and may lead us to an endless
         loop in error recovery. */
      yychar = PHRASE_UNDEF;
      yytoken = YYSYMBOL_YYerror;
      goto yyerrlab1;
    }
  else
    {
      yytoken = YYTRANSLATE (yychar);
      YY_SYMBOL_PRINT ("Next token is", yytoken, &yylval, &yylloc);
    }

  /* If the proper action on seeing token YYTOKEN is to reduce or to
     detect an error, take that action.  */
  yyn += yytoken;
  if (yyn < 0 || YYLAST < yyn || yycheck[yyn] != yytoken)
    goto yydefault;
  yyn = yytable[yyn];
  if (yyn <= 0)
    {
      if (yytable_value_is_error (yyn))
        goto yyerrlab;
      yyn = -yyn;
      goto yyreduce;
    }

  /* Count tokens shifted since error; after three, turn off error
     status.  */
  if (yyerrstatus)
    yyerrstatus--;

  /* Shift the lookahead token.  */
  YY_SYMBOL_PRINT ("Shifting", yytoken, &yylval, &yylloc);
  yystate = yyn;
  YY_IGNORE_MAYBE_UNINITIALIZED_BEGIN
  *++yyvsp = yylval;
  YY_IGNORE_MAYBE_UNINITIALIZED_END

  /* Discard the shifted token.  */
  yychar = PHRASE_EMPTY;
  goto yynewstate;


/*-----------------------------------------------------------.
| yydefault -- do the default action for the current state.  |
`-----------------------------------------------------------*/
yydefault:
  yyn = yydefact[yystate];
  if (yyn == 0)
    goto yyerrlab;
  goto yyreduce;


/*-----------------------------.
| yyreduce -- do a reduction.  |
`-----------------------------*/
yyreduce:
  /* yyn is the number of a rule to reduce with.  */
  yylen = yyr2[yyn];

  /* If YYLEN is nonzero, implement the default value of the action:
     '$$ = $1'.

     Otherwise, the following line sets YYVAL to garbage.
     This behavior is undocumented and Bison
     users should not rely upon it.  Assigning to YYVAL
     unconditionally makes the parser a bit smaller, and it avoids a
     GCC warning that YYVAL may be used uninitialized.  */
  yyval = yyvsp[1-yylen];


  YY_REDUCE_PRINT (yyn);
  switch (yyn)
    {
  case 4: /* one: OTHER  */
#line 55 "grammar/criteria.y"
                                        { element(p, (yyvsp[0].part)); }
#line 1499 "build-t/gen/criteria.tab.c"
    break;

  case 5: /* one: quantity  */
#line 56 "grammar/criteria.y"
                                        { element(p, (yyvsp[0].part)); }
#line 1505 "build-t/gen/criteria.tab.c"
    break;

  case 6: /* one: window  */
#line 57 "grammar/criteria.y"
                                        { element(p, (yyvsp[0].part)); }
#line 1511 "build-t/gen/criteria.tab.c"
    break;

  case 7: /* one: duration  */
#line 58 "grammar/criteria.y"
                                        { element(p, (yyvsp[0].part)); }
#line 1517 "build-t/gen/criteria.tab.c"
    break;

  case 8: /* one: count  */
#line 59 "grammar/criteria.y"
                                        { element(p, (yyvsp[0].part)); }
#line 1523 "build-t/gen/criteria.tab.c"
    break;

  case 9: /* one: stray  */
#line 60 "grammar/criteria.y"
                                        { element(p, (yyvsp[0].part)); }
#line 1529 "build-t/gen/criteria.tab.c"
    break;

  case 10: /* numeral: NUMBER  */
#line 66 "grammar/criteria.y"
                                        { (yyval.part) = phrase_scalar(A, (yyvsp[0].part), NULL); }
#line 1535 "build-t/gen/criteria.tab.c"
    break;

  case 11: /* numeral: NUMBER UNIT  */
#line 67 "grammar/criteria.y"
                                        { (yyval.part) = phrase_scalar(A, (yyvsp[-1].part), (yyvsp[0].part)); }
#line 1541 "build-t/gen/criteria.tab.c"
    break;

  case 12: /* numeral: NUMBER UNIT PREDICTED  */
#line 68 "grammar/criteria.y"
                                        { (yyval.part) = phrase_multiple(A, phrase_scalar(A, (yyvsp[-2].part), (yyvsp[-1].part)), (yyvsp[0].part)); }
#line 1547 "build-t/gen/criteria.tab.c"
    break;

  case 13: /* scalar: numeral  */
#line 72 "grammar/criteria.y"
                                        { (yyval.part) = (yyvsp[0].part); }
#line 1553 "build-t/gen/criteria.tab.c"
    break;

  case 14: /* scalar: numeral ULN  */
#line 73 "grammar/criteria.y"
                                        { (yyval.part) = phrase_multiple(A, (yyvsp[-1].part), (yyvsp[0].part)); }
#line 1559 "build-t/gen/criteria.tab.c"
    break;

  case 15: /* scalar: numeral MULT ULN  */
#line 74 "grammar/criteria.y"
                                        { (yyval.part) = phrase_multiple(A, (yyvsp[-2].part), (yyvsp[0].part)); }
#line 1565 "build-t/gen/criteria.tab.c"
    break;

  case 16: /* scalar: numeral MULT  */
#line 75 "grammar/criteria.y"
                                        { (yyval.part) = (yyvsp[-1].part); }
#line 1571 "build-t/gen/criteria.tab.c"
    break;

  case 17: /* scalar: ULN  */
#line 76 "grammar/criteria.y"
                                        { (yyval.part) = phrase_multiple(A, NULL, (yyvsp[0].part)); }
#line 1577 "build-t/gen/criteria.tab.c"
    break;

  case 18: /* bound: CMP scalar  */
#line 82 "grammar/criteria.y"
                                        { (yyval.part) = phrase_bound(A, (yyvsp[-1].part), (yyvsp[0].part)); }
#line 1583 "build-t/gen/criteria.tab.c"
    break;

  case 19: /* bound: CMP scalar ORMORE  */
#line 83 "grammar/criteria.y"
                                        { (yyval.part) = phrase_equal_open(A, (yyvsp[-2].part), (yyvsp[-1].part), (yyvsp[0].part), true); }
#line 1589 "build-t/gen/criteria.tab.c"
    break;

  case 20: /* bound: CMP scalar ORLESS  */
#line 84 "grammar/criteria.y"
                                        { (yyval.part) = phrase_equal_open(A, (yyvsp[-2].part), (yyvsp[-1].part), (yyvsp[0].part), false); }
#line 1595 "build-t/gen/criteria.tab.c"
    break;

  case 21: /* bound: scalar ORMORE  */
#line 85 "grammar/criteria.y"
                                        { (yyval.part) = phrase_open(A, (yyvsp[-1].part), (yyvsp[0].part), true, NULL); }
#line 1601 "build-t/gen/criteria.tab.c"
    break;

  case 22: /* bound: scalar ORLESS  */
#line 86 "grammar/criteria.y"
                                        { (yyval.part) = phrase_open(A, (yyvsp[-1].part), (yyvsp[0].part), false, NULL); }
#line 1607 "build-t/gen/criteria.tab.c"
    break;

  case 23: /* bound: scalar ORMORE UNIT  */
#line 87 "grammar/criteria.y"
                                        { (yyval.part) = phrase_open(A, (yyvsp[-2].part), (yyvsp[-1].part), true, (yyvsp[0].part)); }
#line 1613 "build-t/gen/criteria.tab.c"
    break;

  case 24: /* bound: scalar ORLESS UNIT  */
#line 88 "grammar/criteria.y"
                                        { (yyval.part) = phrase_open(A, (yyvsp[-2].part), (yyvsp[-1].part), false, (yyvsp[0].part)); }
#line 1619 "build-t/gen/criteria.tab.c"
    break;

  case 25: /* range: scalar TO scalar  */
#line 92 "grammar/criteria.y"
                                        { (yyval.part) = phrase_range(A, (yyvsp[-2].part), (yyvsp[0].part)); }
#line 1625 "build-t/gen/criteria.tab.c"
    break;

  case 26: /* range: scalar TO CMP scalar  */
#line 93 "grammar/criteria.y"
                                        { (yyval.part) = phrase_range(A, (yyvsp[-3].part), phrase_bound(A, (yyvsp[-1].part), (yyvsp[0].part))); }
#line 1631 "build-t/gen/criteria.tab.c"
    break;

  case 27: /* range: CMP scalar TO scalar  */
#line 94 "grammar/criteria.y"
                                        { (yyval.part) = phrase_range(A, phrase_bound(A, (yyvsp[-3].part), (yyvsp[-2].part)), (yyvsp[0].part)); }
#line 1637 "build-t/gen/criteria.tab.c"
    break;

  case 28: /* range: CMP scalar TO CMP scalar  */
#line 95 "grammar/criteria.y"
                                        { (yyval.part) = phrase_range(A, phrase_bound(A, (yyvsp[-4].part), (yyvsp[-3].part)), phrase_bound(A, (yyvsp[-1].part), (yyvsp[0].part))); }
#line 1643 "build-t/gen/criteria.tab.c"
    break;

  case 29: /* range: BETWEEN scalar ANDN scalar  */
#line 96 "grammar/criteria.y"
                                        { (yyval.part) = phrase_between(A, (yyvsp[-3].part), phrase_range(A, (yyvsp[-2].part), (yyvsp[0].part))); }
#line 1649 "build-t/gen/criteria.tab.c"
    break;

  case 30: /* range: BETWEEN scalar TO scalar  */
#line 97 "grammar/criteria.y"
                                        { (yyval.part) = phrase_between(A, (yyvsp[-3].part), phrase_range(A, (yyvsp[-2].part), (yyvsp[0].part))); }
#line 1655 "build-t/gen/criteria.tab.c"
    break;

  case 31: /* range: BETWEEN CMP scalar ANDN CMP scalar  */
#line 98 "grammar/criteria.y"
                                         { (yyval.part) = phrase_between(A, (yyvsp[-5].part), phrase_range(A, phrase_bound(A, (yyvsp[-4].part), (yyvsp[-3].part)), phrase_bound(A, (yyvsp[-1].part), (yyvsp[0].part)))); }
#line 1661 "build-t/gen/criteria.tab.c"
    break;

  case 32: /* range: BETWEEN scalar ANDN CMP scalar  */
#line 99 "grammar/criteria.y"
                                        { (yyval.part) = phrase_between(A, (yyvsp[-4].part), phrase_range(A, (yyvsp[-3].part), phrase_bound(A, (yyvsp[-1].part), (yyvsp[0].part)))); }
#line 1667 "build-t/gen/criteria.tab.c"
    break;

  case 33: /* range: BETWEEN CMP scalar ANDN scalar  */
#line 100 "grammar/criteria.y"
                                        { (yyval.part) = phrase_between(A, (yyvsp[-4].part), phrase_range(A, phrase_bound(A, (yyvsp[-3].part), (yyvsp[-2].part)), (yyvsp[0].part))); }
#line 1673 "build-t/gen/criteria.tab.c"
    break;

  case 34: /* range: BETWEEN scalar TO CMP scalar  */
#line 101 "grammar/criteria.y"
                                        { (yyval.part) = phrase_between(A, (yyvsp[-4].part), phrase_range(A, (yyvsp[-3].part), phrase_bound(A, (yyvsp[-1].part), (yyvsp[0].part)))); }
#line 1679 "build-t/gen/criteria.tab.c"
    break;

  case 35: /* range: BETWEEN CMP scalar TO CMP scalar  */
#line 102 "grammar/criteria.y"
                                        { (yyval.part) = phrase_between(A, (yyvsp[-5].part), phrase_range(A, phrase_bound(A, (yyvsp[-4].part), (yyvsp[-3].part)), phrase_bound(A, (yyvsp[-1].part), (yyvsp[0].part)))); }
#line 1685 "build-t/gen/criteria.tab.c"
    break;

  case 36: /* range: BETWEEN scalar CMP scalar  */
#line 103 "grammar/criteria.y"
                                        { (yyval.part) = phrase_between(A, (yyvsp[-3].part), phrase_range(A, (yyvsp[-2].part), phrase_bound(A, (yyvsp[-1].part), (yyvsp[0].part)))); }
#line 1691 "build-t/gen/criteria.tab.c"
    break;

  case 37: /* range: CMP scalar ANDN CMP scalar  */
#line 104 "grammar/criteria.y"
                                        { (yyval.part) = phrase_both(A, phrase_bound(A, (yyvsp[-4].part), (yyvsp[-3].part)), phrase_bound(A, (yyvsp[-1].part), (yyvsp[0].part))); }
#line 1697 "build-t/gen/criteria.tab.c"
    break;

  case 38: /* range: scalar ORMORE ANDN CMP scalar  */
#line 105 "grammar/criteria.y"
                                        { (yyval.part) = phrase_both(A, phrase_open(A, (yyvsp[-4].part), (yyvsp[-3].part), true, NULL), phrase_bound(A, (yyvsp[-1].part), (yyvsp[0].part))); }
#line 1703 "build-t/gen/criteria.tab.c"
    break;

  case 39: /* list: scalar COMMAN scalar  */
#line 110 "grammar/criteria.y"
                                        { (yyval.part) = phrase_list(A, (yyvsp[-2].part), (yyvsp[0].part)); }
#line 1709 "build-t/gen/criteria.tab.c"
    break;

  case 40: /* list: scalar ORN scalar  */
#line 111 "grammar/criteria.y"
                                        { (yyval.part) = phrase_list(A, (yyvsp[-2].part), (yyvsp[0].part)); }
#line 1715 "build-t/gen/criteria.tab.c"
    break;

  case 41: /* list: list COMMAN scalar  */
#line 112 "grammar/criteria.y"
                                        { (yyval.part) = phrase_list(A, (yyvsp[-2].part), (yyvsp[0].part)); }
#line 1721 "build-t/gen/criteria.tab.c"
    break;

  case 42: /* list: list ORN scalar  */
#line 113 "grammar/criteria.y"
                                        { (yyval.part) = phrase_list(A, (yyvsp[-2].part), (yyvsp[0].part)); }
#line 1727 "build-t/gen/criteria.tab.c"
    break;

  case 43: /* list: CMP scalar COMMAN scalar  */
#line 114 "grammar/criteria.y"
                                        { (yyval.part) = phrase_list(A, phrase_bound(A, (yyvsp[-3].part), (yyvsp[-2].part)), (yyvsp[0].part)); }
#line 1733 "build-t/gen/criteria.tab.c"
    break;

  case 44: /* list: CMP scalar ORN scalar  */
#line 115 "grammar/criteria.y"
                                        { (yyval.part) = phrase_list(A, phrase_bound(A, (yyvsp[-3].part), (yyvsp[-2].part)), (yyvsp[0].part)); }
#line 1739 "build-t/gen/criteria.tab.c"
    break;

  case 45: /* quantity: scalar  */
#line 119 "grammar/criteria.y"
                                        { (yyval.part) = (yyvsp[0].part); }
#line 1745 "build-t/gen/criteria.tab.c"
    break;

  case 46: /* quantity: bound  */
#line 120 "grammar/criteria.y"
                                        { (yyval.part) = (yyvsp[0].part); }
#line 1751 "build-t/gen/criteria.tab.c"
    break;

  case 47: /* quantity: range  */
#line 121 "grammar/criteria.y"
                                        { (yyval.part) = (yyvsp[0].part); }
#line 1757 "build-t/gen/criteria.tab.c"
    break;

  case 48: /* quantity: list  */
#line 122 "grammar/criteria.y"
                                        { (yyval.part) = (yyvsp[0].part); }
#line 1763 "build-t/gen/criteria.tab.c"
    break;

  case 49: /* quantity: BETWEEN scalar  */
#line 123 "grammar/criteria.y"
                                        { (yyval.part) = phrase_between(A, (yyvsp[-1].part), phrase_open(A, (yyvsp[0].part), (yyvsp[-1].part), true, NULL)); }
#line 1769 "build-t/gen/criteria.tab.c"
    break;

  case 50: /* event: BEFORE  */
#line 129 "grammar/criteria.y"
                                        { (yyval.part) = (yyvsp[0].part); }
#line 1775 "build-t/gen/criteria.tab.c"
    break;

  case 51: /* event: AFTER  */
#line 130 "grammar/criteria.y"
                                        { (yyval.part) = (yyvsp[0].part); }
#line 1781 "build-t/gen/criteria.tab.c"
    break;

  case 52: /* event: OFEVENT  */
#line 131 "grammar/criteria.y"
                                        { (yyval.part) = (yyvsp[0].part); }
#line 1787 "build-t/gen/criteria.tab.c"
    break;

  case 53: /* event: AGO  */
#line 132 "grammar/criteria.y"
                                        { (yyval.part) = (yyvsp[0].part); }
#line 1793 "build-t/gen/criteria.tab.c"
    break;

  case 54: /* window: WITHIN quantity  */
#line 136 "grammar/criteria.y"
                                        { (yyval.part) = phrase_window(A, (yyvsp[-1].part), NULL, (yyvsp[0].part), NULL, TEXT); }
#line 1799 "build-t/gen/criteria.tab.c"
    break;

  case 55: /* window: WITHIN quantity event  */
#line 137 "grammar/criteria.y"
                                        { (yyval.part) = phrase_window(A, (yyvsp[-2].part), NULL, (yyvsp[-1].part), (yyvsp[0].part), TEXT); }
#line 1805 "build-t/gen/criteria.tab.c"
    break;

  case 56: /* window: WITHIN LAST quantity  */
#line 138 "grammar/criteria.y"
                                         { (yyval.part) = phrase_window(A, (yyvsp[-2].part), (yyvsp[-1].part), (yyvsp[0].part), NULL, TEXT); }
#line 1811 "build-t/gen/criteria.tab.c"
    break;

  case 57: /* window: WITHIN LAST quantity event  */
#line 139 "grammar/criteria.y"
                                        { (yyval.part) = phrase_window(A, (yyvsp[-3].part), (yyvsp[-2].part), (yyvsp[-1].part), (yyvsp[0].part), TEXT); }
#line 1817 "build-t/gen/criteria.tab.c"
    break;

  case 58: /* window: WITHIN LAST UNIT  */
#line 140 "grammar/criteria.y"
                                        { (yyval.part) = phrase_window(A, (yyvsp[-2].part), (yyvsp[-1].part), phrase_unit(A, (yyvsp[0].part)), NULL, TEXT); }
#line 1823 "build-t/gen/criteria.tab.c"
    break;

  case 59: /* window: WITHIN LAST UNIT event  */
#line 141 "grammar/criteria.y"
                                        { (yyval.part) = phrase_window(A, (yyvsp[-3].part), (yyvsp[-2].part), phrase_unit(A, (yyvsp[-1].part)), (yyvsp[0].part), TEXT); }
#line 1829 "build-t/gen/criteria.tab.c"
    break;

  case 60: /* window: WITHIN NEXT quantity  */
#line 142 "grammar/criteria.y"
                                         { (yyval.part) = phrase_window(A, (yyvsp[-2].part), (yyvsp[-1].part), (yyvsp[0].part), NULL, TEXT); }
#line 1835 "build-t/gen/criteria.tab.c"
    break;

  case 61: /* window: WITHIN NEXT quantity event  */
#line 143 "grammar/criteria.y"
                                        { (yyval.part) = phrase_window(A, (yyvsp[-3].part), (yyvsp[0].part)->kind == PART_AFTER || (yyvsp[0].part)->kind == PART_OFEVENT ? (yyvsp[-2].part) : NULL, (yyvsp[-1].part), (yyvsp[0].part), TEXT); }
#line 1841 "build-t/gen/criteria.tab.c"
    break;

  case 62: /* window: WITHIN NEXT UNIT  */
#line 144 "grammar/criteria.y"
                                        { (yyval.part) = phrase_window(A, (yyvsp[-2].part), (yyvsp[-1].part), phrase_unit(A, (yyvsp[0].part)), NULL, TEXT); }
#line 1847 "build-t/gen/criteria.tab.c"
    break;

  case 63: /* window: LAST quantity  */
#line 145 "grammar/criteria.y"
                                        { (yyval.part) = phrase_window(A, NULL, (yyvsp[-1].part), (yyvsp[0].part), NULL, TEXT); }
#line 1853 "build-t/gen/criteria.tab.c"
    break;

  case 64: /* window: LAST quantity event  */
#line 146 "grammar/criteria.y"
                                        { (yyval.part) = phrase_window(A, NULL, (yyvsp[-2].part), (yyvsp[-1].part), (yyvsp[0].part), TEXT); }
#line 1859 "build-t/gen/criteria.tab.c"
    break;

  case 65: /* window: LAST UNIT  */
#line 147 "grammar/criteria.y"
                                        { (yyval.part) = phrase_window(A, NULL, (yyvsp[-1].part), phrase_unit(A, (yyvsp[0].part)), NULL, TEXT); }
#line 1865 "build-t/gen/criteria.tab.c"
    break;

  case 66: /* window: LAST UNIT event  */
#line 148 "grammar/criteria.y"
                                        { (yyval.part) = phrase_window(A, NULL, (yyvsp[-2].part), phrase_unit(A, (yyvsp[-1].part)), (yyvsp[0].part), TEXT); }
#line 1871 "build-t/gen/criteria.tab.c"
    break;

  case 67: /* window: quantity event  */
#line 149 "grammar/criteria.y"
                                        { if (phrase_is_time((yyvsp[-1].part)))
                                              (yyval.part) = phrase_window(A, NULL, NULL, (yyvsp[-1].part), (yyvsp[0].part), TEXT);
                                          else { /* "Hb < 9 before surgery": a bound, and when */
                                              element(p, (yyvsp[-1].part));
                                              (yyval.part) = phrase_event(A, (yyvsp[0].part), TEXT);
                                          } }
#line 1882 "build-t/gen/criteria.tab.c"
    break;

  case 68: /* window: WITHIN quantity BEFOREAND quantity event  */
#line 155 "grammar/criteria.y"
                                               { (yyval.part) = phrase_around(A, (yyvsp[-4].part), (yyvsp[-3].part), (yyvsp[-1].part), (yyvsp[0].part), TEXT); }
#line 1888 "build-t/gen/criteria.tab.c"
    break;

  case 69: /* window: quantity BEFOREAND quantity event  */
#line 156 "grammar/criteria.y"
                                        { (yyval.part) = phrase_around(A, (yyvsp[-3].part), (yyvsp[-3].part), (yyvsp[-1].part), (yyvsp[0].part), TEXT); }
#line 1894 "build-t/gen/criteria.tab.c"
    break;

  case 70: /* duration: FOR quantity  */
#line 160 "grammar/criteria.y"
                                        { (yyval.part) = phrase_duration(A, (yyvsp[-1].part), NULL, (yyvsp[0].part), NULL, TEXT); }
#line 1900 "build-t/gen/criteria.tab.c"
    break;

  case 71: /* duration: FOR quantity event  */
#line 161 "grammar/criteria.y"
                                        { (yyval.part) = phrase_duration(A, (yyvsp[-2].part), NULL, (yyvsp[-1].part), (yyvsp[0].part), TEXT); }
#line 1906 "build-t/gen/criteria.tab.c"
    break;

  case 72: /* duration: FOR LAST quantity  */
#line 162 "grammar/criteria.y"
                                        { (yyval.part) = phrase_duration(A, (yyvsp[-2].part), (yyvsp[-1].part), (yyvsp[0].part), NULL, TEXT); }
#line 1912 "build-t/gen/criteria.tab.c"
    break;

  case 73: /* duration: FOR LAST UNIT  */
#line 163 "grammar/criteria.y"
                                        { (yyval.part) = phrase_duration(A, (yyvsp[-2].part), (yyvsp[-1].part), phrase_unit(A, (yyvsp[0].part)), NULL, TEXT); }
#line 1918 "build-t/gen/criteria.tab.c"
    break;

  case 74: /* count: quantity COUNTOF  */
#line 167 "grammar/criteria.y"
                                        { (yyval.part) = phrase_count(A, (yyvsp[-1].part), (yyvsp[0].part)); }
#line 1924 "build-t/gen/criteria.tab.c"
    break;

  case 88: /* stray: CMP  */
#line 173 "grammar/criteria.y"
                                        { (yyval.part) = (yyvsp[0].part); }
#line 1930 "build-t/gen/criteria.tab.c"
    break;

  case 89: /* stray: BETWEEN  */
#line 174 "grammar/criteria.y"
                                        { (yyval.part) = (yyvsp[0].part); }
#line 1936 "build-t/gen/criteria.tab.c"
    break;

  case 90: /* stray: WITHIN  */
#line 175 "grammar/criteria.y"
                                        { (yyval.part) = (yyvsp[0].part); }
#line 1942 "build-t/gen/criteria.tab.c"
    break;

  case 91: /* stray: LAST  */
#line 176 "grammar/criteria.y"
                                        { (yyval.part) = (yyvsp[0].part); }
#line 1948 "build-t/gen/criteria.tab.c"
    break;

  case 92: /* stray: FOR  */
#line 177 "grammar/criteria.y"
                                        { (yyval.part) = (yyvsp[0].part); }
#line 1954 "build-t/gen/criteria.tab.c"
    break;

  case 93: /* stray: event  */
#line 178 "grammar/criteria.y"
                                        { (yyval.part) = phrase_event(A, (yyvsp[0].part), TEXT); }
#line 1960 "build-t/gen/criteria.tab.c"
    break;


#line 1964 "build-t/gen/criteria.tab.c"

      default: break;
    }
  /* User semantic actions sometimes alter yychar, and that requires
     that yytoken be updated with the new translation.  We take the
     approach of translating immediately before every use of yytoken.
     One alternative is translating here after every semantic action,
     but that translation would be missed if the semantic action invokes
     YYABORT, YYACCEPT, or YYERROR immediately after altering yychar or
     if it invokes YYBACKUP.  In the case of YYABORT or YYACCEPT, an
     incorrect destructor might then be invoked immediately.  In the
     case of YYERROR or YYBACKUP, subsequent parser actions might lead
     to an incorrect destructor call or verbose syntax error message
     before the lookahead is translated.  */
  YY_SYMBOL_PRINT ("-> $$ =", YY_CAST (yysymbol_kind_t, yyr1[yyn]), &yyval, &yyloc);

  YYPOPSTACK (yylen);
  yylen = 0;

  *++yyvsp = yyval;

  /* Now 'shift' the result of the reduction.  Determine what state
     that goes to, based on the state we popped back to and the rule
     number reduced by.  */
  {
    const int yylhs = yyr1[yyn] - YYNTOKENS;
    const int yyi = yypgoto[yylhs] + *yyssp;
    yystate = (0 <= yyi && yyi <= YYLAST && yycheck[yyi] == *yyssp
               ? yytable[yyi]
               : yydefgoto[yylhs]);
  }

  goto yynewstate;


/*--------------------------------------.
| yyerrlab -- here on detecting error.  |
`--------------------------------------*/
yyerrlab:
  /* Make sure we have latest lookahead translation.  See comments at
     user semantic actions for why this is necessary.  */
  yytoken = yychar == PHRASE_EMPTY ? YYSYMBOL_YYEMPTY : YYTRANSLATE (yychar);
  /* If not already recovering from an error, report this error.  */
  if (!yyerrstatus)
    {
      ++yynerrs;
      {
        yypcontext_t yyctx
          = {yyssp, yytoken};
        char const *yymsgp = YY_("syntax error");
        int yysyntax_error_status;
        yysyntax_error_status = yysyntax_error (&yymsg_alloc, &yymsg, &yyctx);
        if (yysyntax_error_status == 0)
          yymsgp = yymsg;
        else if (yysyntax_error_status == -1)
          {
            if (yymsg != yymsgbuf)
              YYSTACK_FREE (yymsg);
            yymsg = YY_CAST (char *,
                             YYSTACK_ALLOC (YY_CAST (YYSIZE_T, yymsg_alloc)));
            if (yymsg)
              {
                yysyntax_error_status
                  = yysyntax_error (&yymsg_alloc, &yymsg, &yyctx);
                yymsgp = yymsg;
              }
            else
              {
                yymsg = yymsgbuf;
                yymsg_alloc = sizeof yymsgbuf;
                yysyntax_error_status = YYENOMEM;
              }
          }
        yyerror (p, yymsgp);
        if (yysyntax_error_status == YYENOMEM)
          YYNOMEM;
      }
    }

  if (yyerrstatus == 3)
    {
      /* If just tried and failed to reuse lookahead token after an
         error, discard it.  */

      if (yychar <= PHRASE_EOF)
        {
          /* Return failure if at end of input.  */
          if (yychar == PHRASE_EOF)
            YYABORT;
        }
      else
        {
          yydestruct ("Error: discarding",
                      yytoken, &yylval, p);
          yychar = PHRASE_EMPTY;
        }
    }

  /* Else will try to reuse lookahead token after shifting the error
     token.  */
  goto yyerrlab1;


/*---------------------------------------------------.
| yyerrorlab -- error raised explicitly by YYERROR.  |
`---------------------------------------------------*/
yyerrorlab:
  /* Pacify compilers when the user code never invokes YYERROR and the
     label yyerrorlab therefore never appears in user code.  */
  if (0)
    YYERROR;
  ++yynerrs;

  /* Do not reclaim the symbols of the rule whose action triggered
     this YYERROR.  */
  YYPOPSTACK (yylen);
  yylen = 0;
  YY_STACK_PRINT (yyss, yyssp);
  yystate = *yyssp;
  goto yyerrlab1;


/*-------------------------------------------------------------.
| yyerrlab1 -- common code for both syntax error and YYERROR.  |
`-------------------------------------------------------------*/
yyerrlab1:
  yyerrstatus = 3;      /* Each real token shifted decrements this.  */

  /* Pop stack until we find a state that shifts the error token.  */
  for (;;)
    {
      yyn = yypact[yystate];
      if (!yypact_value_is_default (yyn))
        {
          yyn += YYSYMBOL_YYerror;
          if (0 <= yyn && yyn <= YYLAST && yycheck[yyn] == YYSYMBOL_YYerror)
            {
              yyn = yytable[yyn];
              if (0 < yyn)
                break;
            }
        }

      /* Pop the current state because it cannot handle the error token.  */
      if (yyssp == yyss)
        YYABORT;


      yydestruct ("Error: popping",
                  YY_ACCESSING_SYMBOL (yystate), yyvsp, p);
      YYPOPSTACK (1);
      yystate = *yyssp;
      YY_STACK_PRINT (yyss, yyssp);
    }

  YY_IGNORE_MAYBE_UNINITIALIZED_BEGIN
  *++yyvsp = yylval;
  YY_IGNORE_MAYBE_UNINITIALIZED_END


  /* Shift the error token.  */
  YY_SYMBOL_PRINT ("Shifting", YY_ACCESSING_SYMBOL (yyn), yyvsp, yylsp);

  yystate = yyn;
  goto yynewstate;


/*-------------------------------------.
| yyacceptlab -- YYACCEPT comes here.  |
`-------------------------------------*/
yyacceptlab:
  yyresult = 0;
  goto yyreturnlab;


/*-----------------------------------.
| yyabortlab -- YYABORT comes here.  |
`-----------------------------------*/
yyabortlab:
  yyresult = 1;
  goto yyreturnlab;


/*-----------------------------------------------------------.
| yyexhaustedlab -- YYNOMEM (memory exhaustion) comes here.  |
`-----------------------------------------------------------*/
yyexhaustedlab:
  yyerror (p, YY_("memory exhausted"));
  yyresult = 2;
  goto yyreturnlab;


/*----------------------------------------------------------.
| yyreturnlab -- parsing is finished, clean up and return.  |
`----------------------------------------------------------*/
yyreturnlab:
  if (yychar != PHRASE_EMPTY)
    {
      /* Make sure we have latest lookahead translation.  See comments at
         user semantic actions for why this is necessary.  */
      yytoken = YYTRANSLATE (yychar);
      yydestruct ("Cleanup: discarding lookahead",
                  yytoken, &yylval, p);
    }
  /* Do not reclaim the symbols of the rule whose action triggered
     this YYABORT or YYACCEPT.  */
  YYPOPSTACK (yylen);
  YY_STACK_PRINT (yyss, yyssp);
  while (yyssp != yyss)
    {
      yydestruct ("Cleanup: popping",
                  YY_ACCESSING_SYMBOL (+*yyssp), yyvsp, p);
      YYPOPSTACK (1);
    }
#ifndef yyoverflow
  if (yyss != yyssa)
    YYSTACK_FREE (yyss);
#endif
  if (yymsg != yymsgbuf)
    YYSTACK_FREE (yymsg);
  return yyresult;
}

#line 181 "grammar/criteria.y"


static void element(struct phrase_parser *p, const part *x)
{
    if (x && arena_grow(p->arena, (void **)&p->out, p->count, &p->room, sizeof *p->out))
        p->out[p->count++] = x;
}

static int phrase_lex(YYSTYPE *value, struct phrase_parser *p)
{
    static const int tokens[PART_KINDS] = {
        [PART_NUMBER] = NUMBER, [PART_ORDINAL] = NUMBER, [PART_UNIT] = UNIT, [PART_CMP] = CMP,
        [PART_ORMORE] = ORMORE, [PART_ORLESS] = ORLESS, [PART_BETWEEN] = BETWEEN, [PART_TO] = TO,
        [PART_ANDN] = ANDN, [PART_ORN] = ORN, [PART_COMMAN] = COMMAN, [PART_MULT] = MULT, [PART_ULN] = ULN,
        [PART_PREDICTED] = PREDICTED, [PART_WITHIN] = WITHIN, [PART_LAST] = LAST, [PART_NEXT] = NEXT,
        [PART_BEFORE] = BEFORE, [PART_AFTER] = AFTER, [PART_OFEVENT] = OFEVENT, [PART_AGO] = AGO, [PART_BEFOREAND] = BEFOREAND,
        [PART_FOR] = FOR, [PART_LONGER] = LONGER, [PART_COUNTOF] = COUNTOF,
    };
    const part *x;

    if (p->at >= p->in.count)
        return 0;
    x = &p->in.list[p->at++];
    value->part = x;
    return tokens[x->kind] ? tokens[x->kind] : OTHER;
}

static void phrase_error(struct phrase_parser *p, const char *message)
{
    (void)p;
    (void)message; /* put_together() takes the parts one by one then */
}

static bool is_number(part_kind k)
{
    return k == PART_NUMBER || k == PART_ORDINAL;
}

static bool is_numeral(part_kind k)
{
    return k >= PART_NUMBER && k <= PART_COUNTOF;
}

/* A bound with a word of age right before or behind it is about an age. */
static void mark_ages(part *list, size_t count, arena *a)
{
    for (size_t i = 0; i < count; i++) {
        if (list[i].kind != PART_AGEWORD)
            continue;
        if (i > 0 && list[i - 1].kind == PART_QUANTITY)
            list[i - 1].age = true;
        if (i > 0 && list[i - 1].kind == PART_WINDOW)
            list[i - 1].window = phrase_since_birth(a, list[i - 1].window);
        for (size_t k = i + 1; k < count && k < i + 4; k++) {
            if (list[k].kind == PART_QUANTITY) {
                list[k].age = true;
                break;
            }
            if (list[k].kind != PART_FILL && list[k].kind != PART_OF && list[k].kind != PART_AGEWORD && list[k].kind != PART_COLON &&
                list[k].kind != PART_BRACKET)
                break;
        }
    }
}

/* A run of numerals, each of which is at least one part of `in`, put together into p->out. One that makes no sense
 * ("within the last between") stands as its parts. */
static void parse_run(struct phrase_parser *p, parts in)
{
    p->in = in;
    p->at = p->count = 0;
    if (in.count <= MOST_NUMERALS && phrase_parse(p) == 0)
        return;
    p->count = 0;
    for (size_t i = 0; i < in.count; i++)
        element(p, is_number(in.list[i].kind) ? phrase_scalar(p->arena, &in.list[i], NULL) : &in.list[i]);
}

/* Numerals of one list of parts put together, in the place of the parts; those inside brackets first, each bracket on
 * its own. Words are boundaries: each run of numerals is parsed by itself. */
static parts put_together(parts in, arena *a, unsigned depth)
{
    struct phrase_parser p = {.arena = a};
    part *list = (part *)in.list; /* of token_parts(), which has no more use for it */
    size_t count = 0;

    for (size_t from = 0, to; from < in.count && !arena_failed(a); from = to) {
        part *x = &list[from];

        to = from + 1;
        if (!is_numeral(x->kind)) {
            if (x->kind == PART_BRACKET && x->inside_count && depth < 16) {
                parts inside = put_together((parts){.text = in.text, .size = in.size, .list = x->inside, .count = x->inside_count}, a, depth + 1);

                x->inside = inside.list;
                x->inside_count = inside.count;
            }
            if (count < from)
                list[count] = *x;
            count++;
            continue;
        }
        while (to < in.count && is_numeral(list[to].kind))
            to++;
        parse_run(&p, (parts){.text = in.text, .size = in.size, .list = x, .count = to - from});
        for (size_t i = 0; i < p.count; i++, count++) { /* never behind the part that it is made of */
            if (p.out[i] != &list[count])
                list[count] = *p.out[i];
            if (list[count].kind == PART_ORN && i > 0 && i + 1 < p.count && p.out[i + 1]->kind == PART_QUANTITY)
                list[count].kind = PART_OR; /* "20 to 25 or 30 to 35": of two ranges */
        }
    }
    if (arena_failed(a))
        return (parts){.text = in.text, .size = in.size};
    mark_ages(list, count, a);
    in.count = count;
    return in;
}

parts phrase_parts(const char *text, size_t size, const lexicon *lx, arena *a)
{
    return put_together(token_parts(text, size, lx, a), a, 0);
}
