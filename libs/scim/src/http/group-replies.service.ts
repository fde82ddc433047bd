import { Injectable } from '@nestjs/common';
import { membersProjection } from '../core/group/members-projection.js';
import type { Projection } from '../core/resource/projection.js';
import { type Page, representList } from '../core/resource/represent-list.js';
import { representResource } from '../core/resource/represent-resource.js';
import type { Group, GroupMember, MembersWanted } from '../groups/group.js';
import { GroupProvisioningService } from '../provisioning/group-provisioning.service.js';
import type { ListPage } from '../provisioning/list-query.js';
import type { TypedResource } from '../provisioning/lists.service.js';
import { patchedStatus } from '../provisioning/patched-status.js';
import { ResourceTypes } from '../resource-types.js';
import { type Document, isTexts, listTexts, type Texts } from './group-texts.js';
import { GroupWriter } from './group-writer.js';
import { isKnown, type Payload, Replies } from './replies.service.js';
import type { Conversation } from './request-parts.decorator.js';
import type { RootProjection } from './root.pipes.js';

/** More members than this are written while they are read. */
const FEW_MEMBERS = 1_000;

/** Whether an answer with that projection has members. */
export const toMembersWanted = (projection: Projection | undefined): MembersWanted =>
  membersProjection(projection) === undefined ? 'none' : 'some';

/** Puts Groups, and lists that have some, on the wire: as one document while they are small, as a stream else. */
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
    if (projection || patchedStatus(group) === 200) return this.resource(talk, group, projection);
    this.replies.introduce(talk, this.types.group, group);
    return this.replies.nothing(talk, 204);
  }

  async page(talk: Conversation, page: ListPage<Group>, projection?: Projection): Promise<Payload> {
    const writer = this.writerFor(talk, projection);
    const entries = page.resources.map((group) => writer.entry(group));
    return this.list(talk, page, entries);
  }

  /** Resources of all types (RFC 7644 §3.4.2.1). */
  async all(talk: Conversation, page: ListPage<TypedResource>, { user, group }: RootProjection): Promise<Payload> {
    const writer = this.writerFor(talk, group);
    const baseUrl = this.replies.baseUrl(talk);
    const entries = page.resources.map((resource) =>
      resource.type === 'Group'
        ? writer.entry(resource.group)
        : representResource(resource.user, this.types.user, baseUrl, user),
    );
    return this.list(talk, page, entries);
  }

  private async list(talk: Conversation, page: Page, entries: readonly (Document | Texts)[]): Promise<Payload> {
    const documents = entries.filter((entry): entry is Document => !isTexts(entry));
    if (documents.length === entries.length) return this.replies.send(talk, representList(page, documents));
    const list = { ...representList(page, []), itemsPerPage: entries.length };
    return this.replies.stream(talk, listTexts(list, entries));
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
