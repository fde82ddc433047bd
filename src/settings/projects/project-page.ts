import type { Member } from '../../members/member.js';
import type { Project, ProjectMember } from '../../projects/project.js';

/** One page of *Settings → Projects*. */
export interface ProjectsPage {
  readonly projects: readonly Project[];
  /** The cursor after which the next page begins. */
  readonly next: string | undefined;
}

/** One project and a page of *Project members*. */
export interface ProjectPage {
  readonly project: Project;
  readonly members: readonly ProjectMember[];
  readonly next: string | undefined;
  /** Words of somebody to be added, and who matches. */
  readonly search: string;
  readonly candidates: readonly Member[];
}
