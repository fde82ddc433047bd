/**
 * What an offboarding is found by: each word of name, userName and address as `<organization>/<word>`, as audit entries are.
 * The expression of the index, word for word.
 */
export const OFFBOARDING_TERMS = String.raw`
  array_to_tsvector(string_to_array(
    organization_id::text || '/' || regexp_replace(
      lower(left(name, 400) || ' ' || left(user_name, 256) || ' ' || left(COALESCE(email, ''), 256)),
      '[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+', ' ' || organization_id::text || '/', 'g'
    ), ' '))`;
