build-t/patients/omop_postgres.o: patients/omop_postgres.c \
 patients/omop.h patients/source.h patients/input.h engine/eligo.h \
 patients/reader.h patients/fact.h engine/base/arena.h engine/base/date.h \
 rules/concept.h rules/cue.h patients/unread.h patients/table.h \
 engine/base/error.h engine/base/text.h engine/base/buffer.h \
 /usr/include/postgresql/libpq-fe.h \
 /usr/include/postgresql/postgres_ext.h \
 /usr/include/postgresql/pg_config_ext.h
patients/omop.h:
patients/source.h:
patients/input.h:
engine/eligo.h:
patients/reader.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
patients/unread.h:
patients/table.h:
engine/base/error.h:
engine/base/text.h:
engine/base/buffer.h:
/usr/include/postgresql/libpq-fe.h:
/usr/include/postgresql/postgres_ext.h:
/usr/include/postgresql/pg_config_ext.h:
