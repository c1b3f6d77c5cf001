build-t/patients/unread.o: patients/unread.c patients/unread.h
patients/unread.h:
