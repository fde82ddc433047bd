import { Body, Controller, Headers, Param, Patch, Post } from '@nestjs/common';
import { v7 } from 'uuid';
import { FloorDatabase } from './floor-database.js';
import { type GroupRow, toGroupDocument } from './group-document.js';
import { CREATE_GROUP, MOVE_MEMBERS } from './group-statements.js';
import { tokenIdOf } from './token-id.js';

interface SentChange {
  readonly Operations: readonly { readonly op: 'add' | 'remove'; readonly value: readonly { value: string }[] }[];
}

/** The same rows as the application's `/Groups`, and nothing else, like `UsersController`. */
@Controller('Groups')
export class GroupsController {
  constructor(private readonly database: FloorDatabase) {}

  @Post()
  async create(@Headers('authorization') authorization: string, @Body() { displayName }: { displayName: string }) {
    const values = [tokenIdOf(authorization), v7(), displayName, displayName.toLowerCase(), v7()];
    return toOneDocument(await this.database.all<GroupRow>(CREATE_GROUP, values));
  }

  @Patch(':id')
  async patch(
    @Headers('authorization') authorization: string,
    @Param('id') id: string,
    @Body() { Operations: [operation] }: SentChange,
  ) {
    const ids = operation!.value.map(({ value }) => value);
    const [added, removed] = operation!.op === 'add' ? [ids, []] : [[], ids];
    const details = JSON.stringify({ added, removed });
    const values = [tokenIdOf(authorization), id, added, removed, v7(), details];
    const { schemas, id: moved, displayName } = toOneDocument(await this.database.all<GroupRow>(MOVE_MEMBERS, values));
    return { schemas, id: moved, displayName };
  }
}

const toOneDocument = ([row]: readonly GroupRow[]) => toGroupDocument(row!);
