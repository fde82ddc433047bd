import { membersProjection } from '../core/group/members-projection.js';
import type { Projection } from '../core/resource/projection.js';
import { representMember } from '../core/resource/represent-reference.js';
import { representResource, select } from '../core/resource/represent-resource.js';
import type { ResourceType } from '../core/schema/attribute.js';
import type { Group, GroupMember } from '../groups/group.js';
import { type Document, groupTexts, type Texts } from './group-texts.js';

type ReadMembers = (groupId: string) => AsyncIterable<readonly GroupMember[]>;

/** Groups as one request wants them. An empty one says so: authentik adds nobody where it sees no `members`. */
export class GroupWriter {
  private readonly shown: Projection | undefined;

  constructor(
    private readonly type: ResourceType,
    private readonly baseUrl: string,
    private readonly projection: Projection | undefined,
    private readonly readMembers: ReadMembers,
  ) {
    this.shown = membersProjection(projection);
  }

  /** Whether nothing more has to be read to write this one. */
  isComplete({ members, memberCount }: Group): boolean {
    return this.shown === undefined || members !== undefined || memberCount === 0;
  }

  /** A complete group as one document. */
  document(group: Group): Document {
    const head = this.head(group);
    return this.shown === undefined ? head : { ...head, members: this.represent(group.members ?? []) };
  }

  /** The group as a document when it is complete, else as text, whose parts are read while they are written. */
  entry(group: Group): Document | Texts {
    return this.isComplete(group) ? this.document(group) : this.texts(group);
  }

  /** Any group as JSON text in parts: its members are read while it is written. */
  async *texts(group: Group): AsyncGenerator<string> {
    if (this.isComplete(group)) yield JSON.stringify(this.document(group));
    else yield* groupTexts(this.head(group), this.chunks(group));
  }

  private async *chunks({ id }: Group): AsyncGenerator<readonly unknown[]> {
    for await (const members of this.readMembers(id)) yield this.represent(members);
  }

  private head(group: Group): Document {
    return representResource(group, this.type, this.baseUrl, this.projection);
  }

  private represent(members: readonly GroupMember[]): readonly unknown[] {
    const { shown = 'all' } = this;
    return members.map((member) => select(representMember(member, this.baseUrl), shown));
  }
}
