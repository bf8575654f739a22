import { Component, type ReactNode } from 'react';
import { ReloadState } from './reload-state.tsx';

type ErrorBoundaryProps = { readonly children: ReactNode };

/** The last resort outside the router, which has an error boundary of its own. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error?: unknown }> {
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override state: { readonly error?: unknown } = {};

  override render() {
    const { error } = this.state;
    return error === undefined ? (
      this.props.children
    ) : (
      <ReloadState title="Something went wrong" error={error} />
    );
  }
}
