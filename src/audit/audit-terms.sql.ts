/**
 * What an entry is found by: each word as `<organization>/<word>`, so that one index serves every organization and none pays
 * for another. The expression of the index, word for word; it has the kind too, which an index of its own finds in order.
 */
export const AUDIT_TERMS = String.raw`
  array_to_tsvector(string_to_array(
    organization_id::text || '#' || subject_kind || ' ' || organization_id::text || '/' || regexp_replace(
      lower(left(actor_name, 200) || ' ' || action || ' ' || left(subject_name, 400)),
      '[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+', ' ' || organization_id::text || '/', 'g'
    ), ' '))`;
