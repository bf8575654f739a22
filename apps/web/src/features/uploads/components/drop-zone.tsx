import Upload from 'lucide-react/icons/upload';
import { useEffect, useEffectEvent, useState } from 'react';
import { useToast } from '#components/toast-context.ts';
import { shortenName } from '#lib/shorten-name.ts';
import { useUploadQueue } from '../queue/upload-context.ts';
import { carriesFiles, readDropped } from './dropped-files.ts';
import './drop-zone.css';

type DropZoneProps = { readonly parentId: string | null };

/** Accepts files dropped anywhere on the page; keyboard users have the upload button. */
export const DropZone = ({ parentId }: DropZoneProps) => {
  const { add } = useUploadQueue();
  const showToast = useToast();
  const [isOver, setIsOver] = useState(false);

  const take = useEffectEvent((transfer: DataTransfer) => {
    const { files, folderNames } = readDropped(transfer);
    if (files.length > 0) add(files, parentId);
    for (const name of folderNames) {
      showToast({ message: `“${shortenName(name)}” is a folder. Open it and choose the files inside.` });
    }
  });

  useEffect(() => {
    const follow = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return;
      // Otherwise the browser would navigate to the file.
      event.preventDefault();
      setIsOver(event.type === 'dragover');
      if (event.type === 'drop') take(event.dataTransfer);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    window.addEventListener('dragover', follow);
    window.addEventListener('drop', follow);
    window.addEventListener('dragleave', leave);
    return () => {
      window.removeEventListener('dragover', follow);
      window.removeEventListener('drop', follow);
      window.removeEventListener('dragleave', leave);
    };
  }, []);

  if (!isOver) return null;
  return (
    <div className="drop-zone" aria-hidden="true">
      <div className="drop-zone__card">
        <Upload size={32} />
        Drop to upload
      </div>
    </div>
  );
};
