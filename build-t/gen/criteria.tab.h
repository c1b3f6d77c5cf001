/* A Bison parser, made by GNU Bison 3.8.2.  */

/* Bison interface for Yacc-like parsers in C

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

/* DO NOT RELY ON FEATURES THAT ARE NOT DOCUMENTED in the manual,
   especially those whose name start with YY_ or yy_.  They are
   private implementation details that can be changed or removed.  */

#ifndef YY_PHRASE_BUILD_T_GEN_CRITERIA_TAB_H_INCLUDED
# define YY_PHRASE_BUILD_T_GEN_CRITERIA_TAB_H_INCLUDED
/* Debug traces.  */
#ifndef PHRASE_DEBUG
# if defined YYDEBUG
#if YYDEBUG
#   define PHRASE_DEBUG 1
#  else
#   define PHRASE_DEBUG 0
#  endif
# else /* ! defined YYDEBUG */
#  define PHRASE_DEBUG 0
# endif /* ! defined YYDEBUG */
#endif  /* ! defined PHRASE_DEBUG */
#if PHRASE_DEBUG
extern int phrase_debug;
#endif
/* "%code requires" blocks.  */
#line 12 "grammar/criteria.y"

#include "grammar/token.h"
struct phrase_parser;

#line 62 "build-t/gen/criteria.tab.h"

/* Token kinds.  */
#ifndef PHRASE_TOKENTYPE
# define PHRASE_TOKENTYPE
  enum phrase_tokentype
  {
    PHRASE_EMPTY = -2,
    PHRASE_EOF = 0,                /* "end of file"  */
    PHRASE_error = 256,            /* error  */
    PHRASE_UNDEF = 257,            /* "invalid token"  */
    NUMBER = 258,                  /* NUMBER  */
    UNIT = 259,                    /* UNIT  */
    CMP = 260,                     /* CMP  */
    ORMORE = 261,                  /* ORMORE  */
    ORLESS = 262,                  /* ORLESS  */
    BETWEEN = 263,                 /* BETWEEN  */
    TO = 264,                      /* TO  */
    ANDN = 265,                    /* ANDN  */
    ORN = 266,                     /* ORN  */
    COMMAN = 267,                  /* COMMAN  */
    MULT = 268,                    /* MULT  */
    ULN = 269,                     /* ULN  */
    PREDICTED = 270,               /* PREDICTED  */
    WITHIN = 271,                  /* WITHIN  */
    LAST = 272,                    /* LAST  */
    NEXT = 273,                    /* NEXT  */
    BEFORE = 274,                  /* BEFORE  */
    AFTER = 275,                   /* AFTER  */
    OFEVENT = 276,                 /* OFEVENT  */
    AGO = 277,                     /* AGO  */
    BEFOREAND = 278,               /* BEFOREAND  */
    FOR = 279,                     /* FOR  */
    LONGER = 280,                  /* LONGER  */
    COUNTOF = 281,                 /* COUNTOF  */
    OTHER = 282,                   /* OTHER  */
    ELEMENT = 283                  /* ELEMENT  */
  };
  typedef enum phrase_tokentype phrase_token_kind_t;
#endif

/* Value type.  */
#if ! defined PHRASE_STYPE && ! defined PHRASE_STYPE_IS_DECLARED
union PHRASE_STYPE
{
#line 35 "grammar/criteria.y"
 const part *part; 

#line 110 "build-t/gen/criteria.tab.h"

};
typedef union PHRASE_STYPE PHRASE_STYPE;
# define PHRASE_STYPE_IS_TRIVIAL 1
# define PHRASE_STYPE_IS_DECLARED 1
#endif




int phrase_parse (struct phrase_parser *p);


#endif /* !YY_PHRASE_BUILD_T_GEN_CRITERIA_TAB_H_INCLUDED  */
