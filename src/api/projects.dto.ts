import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PROJECT_ROLES, type RoleInProject } from '../projects/project.js';
import { IsText } from './is-text.decorator.js';
import { PageDto } from './page.dto.js';

export class ProjectNameDto {
  @IsText(1, 120)
  readonly name!: string;
}

export class AddProjectMemberDto {
  @IsUUID()
  readonly memberId!: string;

  @IsIn(PROJECT_ROLES)
  readonly role!: RoleInProject;
}

export class ListProjectsDto extends PageDto {
  /** The `next` of the page before. */
  @IsOptional()
  @IsUUID()
  readonly after?: string;
}
