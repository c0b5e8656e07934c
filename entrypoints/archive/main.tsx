import { createArchivePort } from '../../src/platform/browser/holdings/archive-port.ts';
import { isNewerDatabase } from '../../src/platform/browser/holdings/open-database.ts';
import { createPanelPort } from '../../src/platform/browser/panel-port.ts';
import { mount } from '../../src/ui/mount.tsx';
import { createArchiveView } from '../../src/ui/views/Archive.tsx';
import { NewerDatabase, NoDatabase } from '../../src/ui/views/NoDatabase.tsx';

const root = document.querySelector<HTMLElement>('#view') ?? document.body;
const view = await createArchivePort().then(createArchiveView, (error) =>
  isNewerDatabase(error) ? NewerDatabase : NoDatabase,
);
mount(view, 'archiveTitle', root, createPanelPort());
