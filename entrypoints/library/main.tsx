import { createRoot } from 'react-dom/client';
import '@/components/theme.css';
import { ErrorBoundary } from '@/components/error-boundary';
import { uiLanguage } from '@/lib/wire';
import { Library } from './library';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its root');

const { language, direction } = uiLanguage();
document.documentElement.lang = language;
document.documentElement.dir = direction;
createRoot(root).render(
  <ErrorBoundary>
    <Library />
  </ErrorBoundary>,
);
