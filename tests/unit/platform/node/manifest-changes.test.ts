import { describe, expect, it } from 'vitest';
import { manifestChanges } from '../../../../src/platform/node/manifest-changes.ts';

const BEFORE = {
  permissions: ['storage', 'activeTab'],
  content_security_policy: { extension_pages: "default-src 'none'; script-src 'self'" },
};

describe('what a release asks for beyond the one before', () => {
  it('is nothing for equal manifests', () => {
    expect(manifestChanges(BEFORE, structuredClone(BEFORE))).toEqual([]);
  });

  it('names permissions and parts of the policy that came and went', () => {
    const after = {
      permissions: ['storage', 'tabs'],
      host_permissions: ['*://*/*'],
      content_security_policy: { extension_pages: "default-src 'none'; script-src 'self' 'unsafe-eval'" },
    };
    expect(manifestChanges(BEFORE, after)).toEqual([
      '+ permission tabs',
      '− permission activeTab',
      '+ site *://*/*',
      "+ policy script-src 'self' 'unsafe-eval'",
      "− policy script-src 'self'",
    ]);
  });

  it('names what pages may load of ours', () => {
    const after = { ...BEFORE, web_accessible_resources: [{ resources: ['card.html'] }] };
    expect(manifestChanges(BEFORE, after)).toEqual(['+ resource for pages card.html']);
  });
});
