import { Box, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material'
import { useTranslate } from 'react-admin'

const WORDS = 'gatehouse.profile'

/** Shows recovery codes, once. */
export function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const translate = useTranslate()
  return (
    <Dialog open aria-labelledby="recovery-title">
      <DialogTitle id="recovery-title">{translate(`${WORDS}.recovery`)}</DialogTitle>
      <DialogContent>
        <DialogContentText>{translate(`${WORDS}.recovery_text`)}</DialogContentText>
        <Box component="ul" sx={{ columns: 2, fontFamily: 'monospace', fontSize: '1rem', listStyle: 'none', padding: 0 }}>
          {codes.map(code => (
            <li key={code}>{code}</li>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => navigator.clipboard.writeText(codes.join('\n'))}>{translate(`${WORDS}.recovery_copy`)}</Button>
        <Button variant="contained" onClick={onClose}>
          {translate(`${WORDS}.recovery_kept`)}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
