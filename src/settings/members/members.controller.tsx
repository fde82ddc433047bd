import { Get, Query } from '@nestjs/common';
import type { Person } from '../../members/person.js';
import { CurrentPerson } from '../../web/access/current-person.decorator.js';
import { toViewer } from '../../web/layout/viewer.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import { MEMBERS_PATH } from './members-path.js';
import { MembersQuery } from './members-query.js';
import { MembersScreenService } from './members-screen.service.js';
import { MembersView } from './members-view.js';

/** *Settings → Members*, for every member of the organization. */
@ScreenController(MEMBERS_PATH)
export class MembersController {
  constructor(private readonly screen: MembersScreenService) {}

  @Get()
  async list(@CurrentPerson() person: Person, @Query() query: MembersQuery): Promise<Screen> {
    return <MembersView viewer={toViewer(person)} page={await this.screen.read(person, query)} />;
  }
}
