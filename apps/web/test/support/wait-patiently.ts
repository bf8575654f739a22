import { configure } from '@testing-library/react';

// This only ends a hanging test; on a busy machine a page can take longer than the second that is usual.
configure({ asyncUtilTimeout: 60_000 });
