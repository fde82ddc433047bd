export type Document = Readonly<Record<string, unknown>>;

/** The JSON text of a document, in parts. */
export type Texts = AsyncIterable<string>;

export const isTexts = (entry: Document | Texts): entry is Texts => Symbol.asyncIterator in entry;

/** The JSON text of a Group, in parts, from all of it but its members, and from those in chunks. */
export async function* groupTexts(group: Document, members: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let lead = `${withoutEnd(JSON.stringify(group), 1)},"members":[`;
  for await (const chunk of members) {
    if (chunk.length === 0) continue;
    yield lead + withoutEnd(JSON.stringify(chunk), 1).slice(1);
    lead = ',';
  }
  yield lead === ',' ? ']}' : `${lead}]}`;
}

/** The JSON text of a list, in parts, from all of it but its resources, and from those. */
export async function* listTexts(list: Document, resources: Iterable<Document | Texts>): AsyncGenerator<string> {
  let lead = withoutEnd(JSON.stringify({ ...list, Resources: [] }), 2);
  for (const resource of resources) {
    for await (const text of isTexts(resource) ? resource : [JSON.stringify(resource)]) {
      yield lead + text;
      lead = '';
    }
    lead = ',';
  }
  yield lead === ',' ? ']}' : `${lead}]}`;
}

const withoutEnd = (text: string, length: number) => text.slice(0, -length);
