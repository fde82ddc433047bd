import { Injectable } from '@nestjs/common';
import { membersProjection } from '../core/group/members-projection.js';
import type { Projection } from '../core/resource/projection.js';
import { representList } from '../core/resource/represent-list.js';
import type { Group, GroupMember, GroupPage, MembersWanted } from '../groups/group.js';
import type { ResourceQuery } from '../ports/user-directory.js';
import { GroupProvisioningService } from '../provisioning/group-provisioning.service.js';
import { ResourceTypes } from '../resource-types.js';
import { listTexts } from './group-texts.js';
import { GroupWriter } from './group-writer.js';
import { isKnown, type Payload, Replies } from './replies.service.js';
import type { Conversation } from './request-parts.decorator.js';

/** More members than this are written while they are read. */
const FEW_MEMBERS = 1_000;

/** How many members the answer to a PATCH has at most, unless the client says what to return. */
const MEMBERS_AFTER_PATCH = 100;

/** Whether an answer with that projection has members. */
export const toMembersWanted = (projection: Projection | undefined): MembersWanted =>
  membersProjection(projection) === undefined ? 'none' : 'some';

/** Puts Groups on the wire: as one document while they are small, as a stream else. */
@Injectable()
export class GroupReplies {
  constructor(
    private readonly replies: Replies,
    private readonly groups: GroupProvisioningService,
    private readonly types: ResourceTypes,
  ) {}

  async resource(talk: Conversation, group: Group, projection?: Projection): Promise<Payload> {
    this.replies.introduce(talk, this.types.group, group);
    if (isKnown(talk, group)) return this.replies.nothing(talk, 304);
    const writer = this.writerFor(talk, projection);
    if (writer.isComplete(group)) return this.replies.send(talk, writer.document(group));
    if (group.memberCount > FEW_MEMBERS) return this.replies.stream(talk, writer.texts(group));
    const members = await joined(this.groups.members(talk.exchange, group.id));
    return this.replies.send(talk, writer.document({ ...group, members }));
  }

  /** The group after a PATCH; 204 without it when it is large and nobody asked what to return (RFC 7644 §3.5.2). */
  async changed(talk: Conversation, group: Group, projection?: Projection): Promise<Payload> {
    if (projection || group.memberCount <= MEMBERS_AFTER_PATCH) return this.resource(talk, group, projection);
    this.replies.introduce(talk, this.types.group, group);
    return this.replies.nothing(talk, 204);
  }

  async page(
    talk: Conversation,
    { total, groups }: GroupPage,
    { startIndex }: ResourceQuery,
    projection?: Projection,
  ): Promise<Payload> {
    const writer = this.writerFor(talk, projection);
    if (groups.every((group) => writer.isComplete(group))) {
      const documents = groups.map((group) => writer.document(group));
      return this.replies.send(talk, representList(total, startIndex, documents));
    }
    const list = { ...representList(total, startIndex, []), itemsPerPage: groups.length };
    return this.replies.stream(
      talk,
      listTexts(
        list,
        groups.map((group) => writer.texts(group)),
      ),
    );
  }

  private writerFor(talk: Conversation, projection: Projection | undefined): GroupWriter {
    return new GroupWriter(this.types.group, this.replies.baseUrl(talk), projection, (id) =>
      this.groups.members(talk.exchange, id),
    );
  }
}

async function joined(chunks: AsyncIterable<readonly GroupMember[]>): Promise<readonly GroupMember[]> {
  const all: GroupMember[] = [];
  for await (const chunk of chunks) all.push(...chunk);
  return all;
}
