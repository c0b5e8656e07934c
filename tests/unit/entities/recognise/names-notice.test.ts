import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const MODELS = join(import.meta.dirname, '../../../../public/models');
const bytes = readFileSync(join(MODELS, 'names.bin'));
const notice = readFileSync(join(MODELS, 'names.NOTICE.txt'), 'utf8');

describe('the notice beside the model of names', () => {
  it('states the digest of the model it stands beside', () => {
    const digest = createHash('sha256').update(bytes).digest('hex');
    expect(notice).toContain(`SHA-256 of names.bin: ${digest}`);
  });

  it('offers the model under a share-alike licence, as some of its sources ask', () => {
    expect(notice).toMatch(/offered under CC BY-SA 4\.0/);
  });

  it('credits no set that was left out', () => {
    for (const set of ['fr_fenec_open', 'id_idner_news_2k', 'ru_factrueval_test'])
      expect(notice).not.toContain(`${set}.jsonl.gz`);
  });
});
