import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import Markdown, { type Components } from 'react-markdown';
import { Link } from 'react-router-dom';

const components: Components = {
  // Guides lead to pages of the console only; the text of another link stays.
  a: ({ href, children }) =>
    href?.startsWith('/') === true ? <Link to={href}>{children}</Link> : <span>{children}</span>,
};

/** A guide as it is read. Markup inside of its text is text: nothing of it becomes HTML. */
export function GuideBody({ body }: { body: string }): ReactNode {
  return (
    <Box
      sx={{
        maxWidth: 720,
        lineHeight: 1.75,
        overflowWrap: 'anywhere',
        '& h2': { fontSize: 15, fontWeight: 600, mt: 2.5, mb: 0.5 },
        '& p': { my: 1 },
        '& ol, & ul': { pl: 3, my: 1 },
        '& li + li': { mt: 0.5 },
        '& code': { fontSize: 12 },
        // A link inside of a sentence is told by more than its colour.
        '& a': { textDecoration: 'underline' },
      }}
    >
      <Markdown components={components}>{body}</Markdown>
    </Box>
  );
}
