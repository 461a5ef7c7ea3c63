import { Component, type ErrorInfo, type ReactNode } from 'react';
import { t } from '@/lib/i18n';
import { Button } from './button';
import { Notice } from './notice';

export interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Told about the bug, so that it is not swallowed; the default lets the browser report it. */
  readonly onError?: (error: unknown, info: ErrorInfo) => void;
}

/** Keeps a bug in the interface from leaving a blank page: says what to do, and that nothing is lost. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    if (this.props.onError) this.props.onError(error, info);
    else reportError(error);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Notice
        tone="bad"
        action={<Button onClick={() => location.reload()}>{t('ui_reload')}</Button>}
      >
        {t('ui_bug')}
      </Notice>
    );
  }
}
