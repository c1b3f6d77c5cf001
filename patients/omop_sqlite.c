#include "patients/omop.h"
#include "engine/base/error.h"
bool omop_sqlite_open(omop *o, const char *path, eligo_error *err) { (void)o; error_set(err, ELIGO_EREAD, path, "not yet"); return false; }
bool omop_postgres_open(omop *o, const char *path, eligo_error *err) { (void)o; error_set(err, ELIGO_EREAD, path, "not yet"); return false; }
