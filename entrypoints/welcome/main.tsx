import { createPanelPort } from '../../src/platform/browser/panel-port.ts';
import { mount } from '../../src/ui/mount.tsx';
import { createWelcomeView } from '../../src/ui/views/Welcome.tsx';

/** After the first drawing: nobody waits for the import desk who only reads. */
const openArchive = async () => {
  const { createArchivePort } = await import('../../src/platform/browser/holdings/archive-port.ts');
  return createArchivePort();
};

const root = document.querySelector<HTMLElement>('#view') ?? document.body;
mount(createWelcomeView(openArchive), 'welcomeTitle', root, createPanelPort());
