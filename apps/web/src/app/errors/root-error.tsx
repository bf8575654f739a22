import { useRouteError } from 'react-router';
import { ReloadState } from './reload-state.tsx';

/** The last resort: even the layout failed to render or to load. */
export const RootError = () => <ReloadState title="Something went wrong" error={useRouteError()} />;
