import { Injectable, Logger } from '@nestjs/common';
import { ActivityLog } from '../activity/activity-log.service.js';
import type { Exchange } from '../activity/exchange.js';
import { tellFailure } from '../activity/tell-failure.js';
import { type BulkStep, planBulk } from '../core/bulk/plan-bulk.js';
import type { BulkRequest } from '../core/bulk/read-bulk.js';
import type { BulkResult } from '../core/bulk/represent-bulk.js';
import { ScimError } from '../core/errors/scim-error.js';
import { versionOf } from '../core/resource/version.js';
import { ResourceTypes } from '../resource-types.js';
import { BulkLedger } from './bulk-ledger.js';
import { BulkReferences } from './bulk-references.js';
import { type BulkTask, openTasks } from './bulk-task.js';
import { type BulkSuccess, BulkVerbs } from './bulk-verbs.service.js';
import { takeBatch } from './take-batch.js';
import { toNewcomers } from './to-newcomers.js';
import { toScimError } from './to-scim-error.js';
import { OneRefused, UserCircles } from './user-circles.service.js';

/** Waits until so many more operations may be done. */
export type Pace = (operations: number) => Promise<void>;

/** One Bulk request under way. */
interface Job {
  readonly tasks: readonly BulkTask[];
  readonly references: BulkReferences;
  readonly ledger: BulkLedger;
}

/** Many operations of one request (RFC 7644 §3.7): each of them does what the single request would, or nothing. */
@Injectable()
export class BulkService {
  private readonly logger = new Logger(BulkService.name);

  constructor(
    private readonly verbs: BulkVerbs,
    private readonly circles: UserCircles,
    private readonly types: ResourceTypes,
    private readonly activity: ActivityLog,
  ) {}

  /**
   * Does the operations until as many failed as the client said, and notes each of them in the request log.
   * @returns one result for each operation that was tried, in the order of the request
   */
  async run(exchange: Exchange, request: BulkRequest, pace: Pace): Promise<readonly BulkResult[]> {
    const tasks = openTasks(request.operations, this.types.all, exchange);
    const operations = tasks.map(({ operation }) => operation);
    const ledger = new BulkLedger(request.failOnErrors);
    const job = { tasks, ledger, references: new BulkReferences(operations) };
    let steps = planBulk(operations);
    while (steps.length > 0 && ledger.room > 0) {
      const batch = takeBatch(steps, operations, this.types.user, ledger.room);
      await pace(batch.length);
      await Promise.all(batch.map((step) => this.take(job, step)));
      steps = steps.slice(batch.length);
    }
    const results = ledger.all;
    exchange.remark = `${results.length} of ${tasks.length} operations were tried; ${ledger.failures} failed.`;
    return results;
  }

  private take(job: Job, step: BulkStep): Promise<void> {
    const tasks = step.flatMap((place) => job.tasks[place] ?? []);
    const [task] = tasks;
    return task && tasks.length === 1 && !task.refersToItself ? this.takeOne(job, task) : this.takeCircle(job, tasks);
  }

  private async takeOne(job: Job, task: BulkTask): Promise<void> {
    try {
      job.ledger.refuseDuringOutage();
      const operation = job.references.resolve(task.getOperation());
      if ('id' in operation) task.concerns(operation.id);
      this.succeed(job, task, await this.verbs.perform(task.exchange, operation));
    } catch (error) {
      this.fail(job, task, error);
    }
  }

  private async takeCircle(job: Job, tasks: readonly BulkTask[]): Promise<void> {
    try {
      job.ledger.refuseDuringOutage();
      const users = await this.circles.create(toNewcomers(tasks, job.references, this.types.user));
      for (const [index, user] of users.entries()) {
        const task = tasks[index];
        if (task) this.succeed(job, task, { status: 201, id: user.id, version: versionOf(user) });
      }
    } catch (error) {
      const refused = error instanceof OneRefused ? error : undefined;
      for (const [index, task] of tasks.entries()) {
        this.fail(job, task, reasonFor(index, refused) ?? error);
      }
    }
  }

  private succeed({ ledger, references }: Job, task: BulkTask, { id, version, status }: BulkSuccess): void {
    task.concerns(id);
    if (task.operation?.method === 'POST') references.learn(task.operation.bulkId, id);
    this.note(task, status);
    ledger.enter(task.place, { ...task.echo, ...task.resource, ...(version !== undefined && { version }), status });
  }

  private fail({ ledger }: Job, task: BulkTask, reason: unknown): void {
    const error = toScimError(reason);
    tellFailure(this.logger, error, task.exchange.requestId);
    this.note(task, error.status, error);
    ledger.enter(task.place, { ...task.echo, ...task.resource, status: error.status, error });
  }

  private note({ exchange }: BulkTask, status: number, error?: ScimError): void {
    const entry = exchange.toEntry(status, error);
    if (entry) this.activity.record(entry);
  }
}

/** Of one that was refused its own reason, of the others in the circle that it was; of our own trouble all have it. */
function reasonFor(index: number, refused: OneRefused | undefined): unknown {
  if (!refused) return undefined;
  const isOwn = refused.place === index || toScimError(refused.cause).status >= 500;
  return isOwn ? refused.cause : ScimError.conflict('Another operation of the circle that this one is in was refused.');
}
