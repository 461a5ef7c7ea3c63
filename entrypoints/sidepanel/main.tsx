import { createRoot } from 'react-dom/client';
import '@/components/theme.css';
import '@/components/surface/page.css';
import { ErrorBoundary } from '@/components/error-boundary';
import { SurfaceApp } from '@/components/surface/surface-app';
import { createSurfaceApi } from '@/lib/surface';
import { uiLanguage } from '@/lib/wire';
import { TranscriptSlot } from './transcript-slot';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its root');

const { language, direction } = uiLanguage();
document.documentElement.lang = language;
document.documentElement.dir = direction;

createRoot(root).render(
  <ErrorBoundary>
    <SurfaceApp api={createSurfaceApi('side-panel')} Episode={TranscriptSlot} />
  </ErrorBoundary>,
);
