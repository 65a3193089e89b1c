import UploadIcon from '@mui/icons-material/FileUploadOutlined'
import { Button } from '@mui/material'
import { useRef } from 'react'

interface ChooseFileProps {
  label: string
  /** What the browser offers: endings and media types. */
  accept: string
  disabled?: boolean
  onChoose(file: File): void
}

/** A button that lets somebody choose a file; the same one again too, once it was corrected. */
export function ChooseFile({ label, accept, disabled = false, onChoose }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button variant="outlined" startIcon={<UploadIcon />} disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={event => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) onChoose(file)
        }}
      />
    </>
  )
}
