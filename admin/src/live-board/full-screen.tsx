import FullscreenIcon from '@mui/icons-material/Fullscreen';
import FullscreenExitIcon from '@mui/icons-material/FullscreenExit';
import { IconButton } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { useText2 } from '../parts/text2';
import { words } from './words';

/** Fills the screen with the board, and gives it back; left out where the browser cannot. */
export function FullScreen(): ReactNode {
  const text = useText2();
  const [full, setFull] = useState(false);
  useEffect(() => {
    const note = (): void => {
      setFull(document.fullscreenElement !== null);
    };
    document.addEventListener('fullscreenchange', note);
    return () => {
      document.removeEventListener('fullscreenchange', note);
    };
  }, []);
  if (!document.fullscreenEnabled) return null;
  const turn = (): void => {
    // A refusal of the browser leaves everything as it is.
    void (full ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => undefined);
  };
  return (
    <IconButton onClick={turn} aria-label={text(full ? words.small : words.full)} sx={{ color: 'tokens.ink2' }}>
      {full ? <FullscreenExitIcon /> : <FullscreenIcon />}
    </IconButton>
  );
}
