import { useRouteError } from 'react-router';
import { ReloadState } from './reload-state.tsx';

/** The last resort for a page that cannot be drawn, or whose code cannot be loaded. */
export const RouteError = () => (
  <ReloadState title="Something went wrong on this page" error={useRouteError()} />
);
