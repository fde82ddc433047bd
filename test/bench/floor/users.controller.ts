import { Body, Controller, Get, Headers, Param, Patch, Post, Query } from '@nestjs/common';
import { v7 } from 'uuid';
import { FloorDatabase } from './floor-database.js';
import { CREATE, FIND, LIST, PATCH, READ } from './statements.js';
import { tokenIdOf } from './token-id.js';
import { toDocument, toList, type UserRow } from './user-document.js';

/** A User as `userOf` makes one. */
interface SentUser extends Readonly<Record<string, unknown>> {
  readonly userName: string;
  readonly externalId: string;
  readonly displayName: string;
  readonly name: { readonly familyName: string };
}

interface SentPatch {
  readonly Operations: readonly { readonly value: string }[];
}

/**
 * The same rows and as much JSON as the application's `/Users`, and nothing else: no rules, no checks, one statement a
 * request. What any implementation on Nest, Fastify and PostgreSQL costs at least.
 */
@Controller('Users')
export class UsersController {
  constructor(private readonly database: FloorDatabase) {}

  @Post()
  async create(@Headers('authorization') authorization: string, @Body() user: SentUser) {
    const { userName, externalId, displayName, name } = user;
    const [key, nameKey, profile] = [userName.toLowerCase(), displayName.toLowerCase(), JSON.stringify(user)];
    const terms = [key, nameKey, name.familyName.toLowerCase()];
    const details = JSON.stringify({ userName, email: userName, active: true, role: 'read_only' });
    const rows = await this.database.all<UserRow>(CREATE, [
      ...[tokenIdOf(authorization), v7(), userName, key, displayName, nameKey, v7(), externalId],
      ...[profile, profile.toLowerCase(), terms, v7(), details],
    ]);
    return toOneDocument(rows);
  }

  @Get()
  async query(
    @Headers('authorization') authorization: string,
    @Query('filter') filter: string | undefined,
    @Query('count') count: string | undefined,
  ) {
    const userName = filter?.slice('userName eq "'.length, -1);
    const [statement, value] = userName === undefined ? [LIST, count] : [FIND, userName.toLowerCase()];
    return toList(await this.database.all<UserRow>(statement, [tokenIdOf(authorization), value]));
  }

  @Get(':id')
  async read(@Headers('authorization') authorization: string, @Param('id') id: string) {
    return toOneDocument(await this.database.all<UserRow>(READ, [tokenIdOf(authorization), id]));
  }

  @Patch(':id')
  async patch(
    @Headers('authorization') authorization: string,
    @Param('id') id: string,
    @Body() { Operations: [name, title] }: SentPatch,
  ) {
    const [displayName, rank] = [name!.value, title!.value];
    const details = JSON.stringify({ changed: ['displayName', 'title'], name: { from: displayName, to: displayName } });
    const names = [displayName, displayName.toLowerCase(), rank, rank.toLowerCase()];
    return toOneDocument(
      await this.database.all<UserRow>(PATCH, [tokenIdOf(authorization), id, ...names, v7(), details]),
    );
  }
}

const toOneDocument = ([row]: readonly UserRow[]) => toDocument(row!);
