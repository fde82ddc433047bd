import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ROLES, type Role } from '../../members/roles.js';
import { PROJECT_ROLES, type RoleInProject } from '../../projects/project.js';

/** How a mapping names its group: one that exists, by id; or one that may still come, by its exact name or externalId. */
export class GroupReference {
  @IsIn(['id', 'name', 'externalId'])
  readonly by!: 'id' | 'name' | 'externalId';

  @IsString()
  @Length(1, 1_000)
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u, { message: '$property must not contain control characters' })
  readonly value!: string;
}

/** What a group gives: a role in the organization, or in one project. */
export class RoleMapping {
  // `ValidateNested` takes a list of objects for one.
  @IsObject()
  @ValidateNested()
  @Type(() => GroupReference)
  readonly group!: GroupReference;

  @IsIn(ROLES)
  readonly role!: Role;

  @IsOptional()
  @IsUUID()
  readonly projectId?: string;
}

/** All that turns a connection's groups into roles, as an administrator writes it. */
export class RoleRules {
  /** What a member has whom no group and no hand gave a role. */
  @IsIn(PROJECT_ROLES)
  readonly defaultRole!: RoleInProject;

  /** The first one that a member's groups match decides the role in the organization. */
  @IsArray()
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RoleMapping)
  readonly mappings!: readonly RoleMapping[];
}
