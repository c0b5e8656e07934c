import { createArchivePort } from '../../src/platform/browser/holdings/archive-port.ts';
import { createPanelPort } from '../../src/platform/browser/panel-port.ts';
import { mount } from '../../src/ui/mount.tsx';
import { createWelcomeView } from '../../src/ui/views/Welcome.tsx';

const root = document.querySelector<HTMLElement>('#view') ?? document.body;
mount(createWelcomeView(createArchivePort), 'welcomeTitle', root, createPanelPort());
