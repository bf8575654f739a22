import { useRouteError } from 'react-router';
import { ReloadState } from './reload-state.tsx';

/** The last resort: not even a layout could be drawn, or its code could not be loaded. */
export const RootError = () => <ReloadState title="Something went wrong" error={useRouteError()} />;
