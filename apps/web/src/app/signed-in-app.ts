// One request for the layout and its first page.
export { FilesPage } from './pages/files.tsx';
export { SignedInLayout } from './signed-in/signed-in-layout.tsx';
