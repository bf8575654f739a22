import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { topmostDialog } from '#components/modal-dialogs.ts';
import { paths } from '#config/paths.ts';
import { takesText } from '#lib/takes-text.ts';
import { searchFieldId } from './search-field.ts';

const ShortcutsDialog = lazy(async () => ({
  default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog,
}));

const isTyping = ({ target }: KeyboardEvent): boolean => target instanceof Element && takesText(target);

/** The keys of every page: `/` and Ctrl+K for the search, `?` for the list of all keys. */
export const Shortcuts = () => {
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);

  const search = () => {
    const field = document.getElementById(searchFieldId);
    if (field) field.focus();
    else void navigate(paths.search);
  };

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { key } = event;
    const isControl = event.ctrlKey || event.metaKey;
    if (event.defaultPrevented || topmostDialog() !== undefined) return;
    if (isControl && key.toLowerCase() === 'k') search();
    else if (isControl || event.altKey || isTyping(event)) return;
    else if (key === '/') search();
    else if (key === '?') setIsOpen(true);
    else return;
    event.preventDefault();
  });

  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return <Suspense>{isOpen && <ShortcutsDialog onClose={() => setIsOpen(false)} />}</Suspense>;
};
