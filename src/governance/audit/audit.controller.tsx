import { Body, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../audit/actor.js';
import { PeopleService } from '../../identity/people.service.js';
import { can } from '../../members/roles.js';
import type { Person } from '../../members/person.js';
import { CurrentActor } from '../../web/access/current-actor.decorator.js';
import { CurrentPerson } from '../../web/access/current-person.decorator.js';
import { RequirePermission } from '../../web/access/require-permission.decorator.js';
import { toViewer } from '../../web/layout/viewer.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { ScreenController } from '../../web/page/screen-controller.decorator.js';
import type { WebRequest } from '../../web/page/web-request.js';
import { AuditExportService } from './audit-export.service.js';
import { AUDIT_PATH } from './audit-path.js';
import { AuditExportForm, AuditQuery, type Format } from './audit-query.js';
import { AuditScreenService } from './audit-screen.service.js';
import { AuditView } from './audit-view.js';

/** *Governance → Audit*, for who may see the audit log. */
@RequirePermission('audit:view')
@ScreenController(AUDIT_PATH)
export class AuditScreenController {
  constructor(
    private readonly screen: AuditScreenService,
    private readonly exports: AuditExportService,
    private readonly people: PeopleService,
  ) {}

  @Get()
  async list(@CurrentPerson() person: Person, @Query() query: AuditQuery): Promise<Screen> {
    return <AuditView viewer={toViewer(person)} page={await this.screen.read(person, query)} />;
  }

  /** What the filters select, as a file. A POST, because it leaves an entry. */
  @Post('export')
  @HttpCode(200)
  async export(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor,
    @Body() form: AuditExportForm,
    @Req() { headers }: WebRequest,
  ): Promise<Screen> {
    const mayStill = async () => {
      const now = await this.people.findBySession(headers);
      return now?.memberId === person.memberId && can(now.role, 'audit:view');
    };
    const type = MEDIA_TYPES[form.format];
    const disposition = `attachment; filename="audit-${new Date().toISOString().slice(0, 10)}.${form.format}"`;
    return new StreamableFile(await this.exports.export(person, form, actor, mayStill), { type, disposition });
  }
}

const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};
