import { Injectable } from '@nestjs/common';
import type { Outcome } from '../../identity-providers/single-sign-on.service.js';
import { PeopleService } from '../../identity/people.service.js';
import { can } from '../../members/roles.js';
import { toViewer } from '../layout/viewer.js';
import type { Screen } from '../page/html.interceptor.js';
import type { WebRequest } from '../page/web-request.js';
import { TestResultView } from './test-result-view.js';

/** Shows whoever tested a provider what it said. */
@Injectable()
export class TestScreen {
  constructor(private readonly people: PeopleService) {}

  /** @returns nothing for anybody but the administrator who began the test, and still is one */
  async show(
    { headers }: WebRequest,
    { provider, testerId, assertion, match }: Extract<Outcome, { kind: 'tested' }>,
  ): Promise<Screen | undefined> {
    const person = await this.people.findBySession(headers);
    const isTester = person?.organizationId === provider.organizationId && person.memberId === testerId;
    if (!isTester || !can(person.role, 'identity_provider:manage')) return undefined;
    return <TestResultView viewer={toViewer(person)} provider={provider} claims={assertion.claims} match={match} />;
  }
}
