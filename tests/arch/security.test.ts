/** SECURITY.md tells what was measured, and nothing else. */
import { describe, expect, it } from 'vitest';
import { securityPage, withFigures } from '../trust/security-table.ts';

describe('SECURITY.md', () => {
  it('shows the figures of tests/golden/trust-figures.json, every one of them', () => {
    const { now, wanted } = securityPage();
    expect(now).toBe(wanted);
  });

  it('is told apart from its figures when one of them changes', () => {
    const { now } = securityPage();
    const figure = { bar: '0 a bar', pass: '0', measured: '1', browser: 'node', date: '2026-01-01' } as const;
    expect(withFigures(now, [figure])).not.toBe(now);
  });
});
