import { createRoot } from 'react-dom/client';
import '@/components/theme.css';
import '@/components/surface/page.css';
import './popup.css';
import { ErrorBoundary } from '@/components/error-boundary';
import { SurfaceApp } from '@/components/surface/surface-app';
import { createSurfaceApi } from '@/lib/surface';
import { clearMark, uiLanguage } from '@/lib/wire';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its root');

const { language, direction } = uiLanguage();
document.documentElement.lang = language;
document.documentElement.dir = direction;

void clearMark();
const surface = createSurfaceApi('popup');
const api = {
  ...surface,
  async openSidePanel() {
    const opened = await surface.openSidePanel();
    // The panel shows the same beside the page; the popup would only cover it.
    if (opened) window.close();
    return opened;
  },
};

createRoot(root).render(
  <ErrorBoundary>
    <SurfaceApp api={api} />
  </ErrorBoundary>,
);
