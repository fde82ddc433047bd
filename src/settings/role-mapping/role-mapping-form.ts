import { BadRequestException, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { Role } from '../../members/roles.js';
import type { RoleInProject } from '../../projects/project.js';
import { RoleRules } from '../../provisioning/roles/role-rules.js';
import { type Command, readCommand } from './command.js';
import { type Draft, type DraftMapping, toRules } from './draft.js';
import { readGroupField } from './group-field.js';

/** A group that somebody types, which may come later. */
export interface TypedGroup {
  readonly by: 'name' | 'externalId';
  readonly value: string;
}

/** What the screen sends, whichever of its buttons was pressed: nothing of it is written before it is applied. */
export interface RoleMappingForm {
  readonly draft: Draft;
  readonly search: string;
  readonly typed: TypedGroup;
  readonly command: Command;
  /** Of the preview that is to be applied. */
  readonly token: string;
  readonly confirmAdministrator: boolean;
}

/** Reads the form: of each mapping a `group`, a `role` and a `project`, which is empty for the organization. */
export class RoleMappingFormPipe implements PipeTransform<unknown, RoleMappingForm> {
  /** @throws BadRequestException when the form is none of ours */
  transform(body: unknown): RoleMappingForm {
    const fields = new Map(Object.entries(Object(body) as Record<string, unknown>));
    const textsOf = (name: string) => [fields.get(name) ?? []].flat().map(String);
    const textOf = (name: string) => textsOf(name)[0] ?? '';
    const [roles, projects] = [textsOf('role'), textsOf('project')];
    const mappings = textsOf('group').map((field, index) => toMapping(field, roles[index], projects[index]));
    return {
      draft: checked({ defaultRole: textOf('defaultRole') as RoleInProject, mappings }),
      search: toSearch(textOf('search')),
      typed: { by: textOf('by') === 'externalId' ? 'externalId' : 'name', value: textOf('value') },
      command: readCommand(textOf('do')),
      token: textOf('token'),
      confirmAdministrator: textOf('confirmAdministrator') === 'yes',
    };
  }
}

export const LONGEST_SEARCH = 200;

/** What of a text can stand in a name. */
export const toSearch = (text: string): string => text.replaceAll(/\p{Cc}/gu, '').slice(0, LONGEST_SEARCH);

const toMapping = (field: string, role: string | undefined, projectId: string | undefined): DraftMapping => ({
  group: readGroupField(field),
  role: role as Role,
  ...(projectId ? { projectId } : {}),
});

function checked(draft: Draft): Draft {
  if (!areRules(draft)) throw new BadRequestException();
  return draft;
}

/** Whether the draft has the form of rules, and is not too long. */
export const areRules = (draft: Draft): boolean =>
  validateSync(plainToInstance(RoleRules, toRules(draft))).length === 0;
