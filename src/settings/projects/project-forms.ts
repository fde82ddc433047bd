import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { PROJECT_ROLES, type RoleInProject } from '../../projects/project.js';

/** A project's name. */
export class ProjectNameForm {
  @IsString()
  @Length(1, 120)
  readonly name: string = '';
}

/** A role in the project for somebody of the organization. */
export class ProjectMemberForm {
  @IsUUID()
  readonly memberId!: string;

  @IsIn(PROJECT_ROLES)
  readonly role!: RoleInProject;
}

const DONE = ['created', 'renamed', 'added', 'removed'] as const;

/** What has just been done to a project. */
export type ProjectDone = (typeof DONE)[number];

export const LONGEST_SEARCH = 200;

/** What the address of a project, or of the list, asks for. */
export class ProjectQuery {
  /** Words of somebody to be added. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_SEARCH)
  readonly search?: string;

  /** The last one of the page before. */
  @IsOptional()
  @IsUUID()
  readonly after?: string;

  @IsOptional()
  @IsIn(DONE)
  readonly done?: ProjectDone;
}
