import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { PROJECT_ROLES, type RoleInProject } from '../projects/project.js';
import { IsText } from './is-text.decorator.js';

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

export class ListProjectsDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  readonly limit: number = 50;

  /** The `next` of the page before. */
  @IsOptional()
  @IsUUID()
  readonly after?: string;
}
