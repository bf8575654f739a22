import { Button } from '@aws-amplify/ui-react';
import { FormMessage } from '#components/form-message.tsx';
import { ScrollRegion } from '#components/scroll-region.tsx';
import { formatCount } from '#lib/format-count.ts';
import { FileExportProgress } from './file-export-progress.tsx';
import { type FileExport, type FileFailure, remainingFiles } from './file-export-state.ts';
import { useFileExport } from './use-file-export.ts';
import './file-export-form.css';

const Failures = ({ failures }: { failures: readonly FileFailure[] }) => (
  <ScrollRegion label="Files that were not saved" className="file-export__failures">
    <ul>
      {failures.map(({ id, name, reason }) => (
        <li key={id}>
          <strong>{name}</strong>: {reason}
        </li>
      ))}
    </ul>
  </ScrollRegion>
);

const newsOf = ({ phase, files, savedIds }: FileExport): string | undefined => {
  if (phase !== 'finished' || savedIds.size < files.length) return;
  return files.length === 0
    ? 'There are no files to download.'
    : `${formatCount(files.length, 'file')} saved.`;
};

const problemOf = ({ phase, files, savedIds, problem }: FileExport): string | undefined => {
  if (phase !== 'stopped' && phase !== 'finished') return;
  if (problem !== null && files.length === 0) return problem;
  const left = files.length - savedIds.size;
  if (left === 0) return;
  return `${formatCount(left, 'file')} of ${files.length} not saved. ${problem ?? ''}`.trim();
};

/** Starts, stops and resumes the download of all files. */
export const FileExportForm = () => {
  const { state, isRunning, start, resume, stop } = useFileExport();
  const canResume = !isRunning && remainingFiles(state).length > 0;
  return (
    <div className="export">
      {isRunning ? (
        <>
          <FileExportProgress {...state} />
          <Button onClick={stop}>Stop</Button>
        </>
      ) : (
        <Button onClick={canResume ? resume : start}>
          {canResume ? 'Download the rest' : 'Download all files'}
        </Button>
      )}
      <FormMessage tone="success">{newsOf(state)}</FormMessage>
      <FormMessage tone="error">{problemOf(state)}</FormMessage>
      {state.failures.length > 0 && <Failures failures={state.failures} />}
    </div>
  );
};
