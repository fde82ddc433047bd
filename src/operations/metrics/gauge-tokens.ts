import { readTokenOutlook } from '@ruleforge/scim';
import { Gauge, type Registry } from 'prom-client';
import type { DataSource } from 'typeorm';

/** How many tokens of connections somebody has to see to; absent, rather than 0, while the database is away. */
export function gaugeTokens(registry: Registry, dataSource: DataSource): void {
  new Gauge({
    name: 'scim_tokens_to_see_to',
    help: 'Live tokens that expire soon without a successor, or are used still although they were replaced.',
    labelNames: ['reason'],
    registers: [registry],
    async collect() {
      const outlook = await readTokenOutlook(dataSource).catch(() => undefined);
      this.reset();
      if (!outlook) return;
      for (const [days, count] of Object.entries(outlook.expiringWithin)) {
        this.set({ reason: `expires_within_${days}_days` }, count);
      }
      this.set({ reason: 'used_after_rotation' }, outlook.usedAfterRotation);
    },
  });
}
