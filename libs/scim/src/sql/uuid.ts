const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is a UUID as PostgreSQL writes it: `id` is case exact, so one in upper case is nobody's (RFC 7643 §3.1). */
export const isUuid = (text: string): boolean => UUID.test(text);
