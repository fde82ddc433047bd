import pg from 'pg';

/** Whether PostgreSQL itself refused a statement: then nothing of it was done, which a lost connection does not tell. */
export const isRefusal = (error: unknown): boolean => error instanceof pg.DatabaseError;
