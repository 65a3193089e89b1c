import type { Theme } from '@mui/material'
import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from 'react-admin'

// One hue for what can be pressed, the same as on the pages that guests and operators see without script. Every pair of
// colours here has a contrast of 4.5 to 1 or more.
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif'
const RADIUS = 10

function themeOf(base: RaThemeOptions, palette: RaThemeOptions['palette']): RaThemeOptions {
  return {
    ...base,
    palette: { ...base.palette, ...palette },
    shape: { borderRadius: RADIUS },
    typography: {
      ...base.typography,
      fontFamily: FONT,
      button: { textTransform: 'none', fontWeight: 600 },
      h6: { fontWeight: 650 },
    },
    sidebar: { width: 232, closedWidth: 56 },
    components: {
      ...base.components,
      MuiPaper: { defaultProps: { elevation: 0, variant: 'outlined' } },
      MuiAppBar: {
        defaultProps: { elevation: 0, color: 'default', variant: 'elevation' },
        styleOverrides: {
          root: ({ theme }: { theme: Theme }) => ({
            backgroundColor: theme.palette.background.paper,
            color: theme.palette.text.primary,
            borderBottom: `1px solid ${theme.palette.divider}`,
            borderRadius: 0,
          }),
        },
      },
      MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true } },
      MuiFormControl: {
        defaultProps: { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true },
        // The words under a field belong to it, and not to the next one's label.
        styleOverrides: {
          root: ({ ownerState }: { ownerState: { margin?: string } }) => ownerState.margin === 'dense' && { marginBottom: 10 },
        },
      },
      MuiAutocomplete: { defaultProps: { fullWidth: true } },
      MuiButton: { defaultProps: { disableElevation: true } },
      // Where the keyboard is shows everywhere alike, in lists and menus too, where a faint ground alone would say so.
      MuiButtonBase: {
        styleOverrides: {
          root: ({ theme }: { theme: Theme }) => ({
            '&.Mui-focusVisible': { outline: `2px solid ${theme.palette.primary.main}`, outlineOffset: 1 },
          }),
        },
      },
      // An emptied text is an empty text: the API's texts are never null.
      RaTextInput: { defaultProps: { parse: (text: string) => text } },
      // React-admin names the boxes of a table's rows on the element around the input, where no screen reader looks.
      MuiCheckbox: {
        defaultProps: {
          slotProps: {
            input: (state: object) => ({ 'aria-label': (state as { 'aria-label'?: string })['aria-label'] }),
            root: { 'aria-label': undefined },
          },
        },
      },
      MuiLink: { defaultProps: { underline: 'always' } },
      // Folded away it is not only out of sight: the keyboard must not wander through it.
      RaBulkActionsToolbar: { styleOverrides: { root: { '& .RaBulkActionsToolbar-collapsed': { visibility: 'hidden' } } } },
      MuiCssBaseline: {
        styleOverrides: (theme: Theme) => ({
          'a:not([class])': { color: theme.palette.primary.main },
          // A page is printed for what is on it, not for the way to other pages.
          '@media print': {
            'header, .RaSidebar-root, .RaSidebar-docked': { display: 'none !important' },
            'body, .RaLayout-root, .RaLayout-content': { backgroundColor: '#fff !important' },
          },
        }),
      },
      MuiToggleButton: {
        styleOverrides: {
          root: ({ theme }: { theme: Theme }) => ({ color: theme.palette.text.secondary, textTransform: 'none' }),
        },
      },
      MuiTableCell: {
        styleOverrides: {
          head: { fontWeight: 650 },
          sizeSmall: ({ theme }: { theme: Theme }) => ({
            paddingInline: 10,
            [theme.breakpoints.down('sm')]: {
              paddingInline: 6,
              fontSize: '0.8125rem',
              '& .MuiTypography-body2': { fontSize: 'inherit' },
            },
          }),
        },
      },
      // Its own words are too faint to read, and its circle is as large as the page.
      RaLoading: {
        styleOverrides: {
          root: ({ theme }: { theme: Theme }) => ({
            '& .RaLoading-message': { color: theme.palette.text.secondary, fontFamily: 'inherit' },
            '& .RaLoading-icon': { width: '3rem !important', height: '3rem !important' },
          }),
        },
      },
      // Whatever shows a field: words, signs and links are of one size.
      RaLabeled: {
        styleOverrides: {
          root: ({ theme }: { theme: Theme }) => ({
            fontSize: theme.typography.body2.fontSize,
            '& .MuiTypography-root': { whiteSpace: 'normal' },
          }),
        },
      },
      // In a list: a time in two lines is hard to compare with the one below.
      RaDateField: { defaultProps: { sx: { whiteSpace: 'nowrap' } } },
      // On a narrow screen the button that creates floats over the end of the page: what is there can be scrolled out from under it.
      RaLayout: {
        styleOverrides: {
          root: ({ theme }: { theme: Theme }) => ({
            minWidth: 0,
            '& .RaLayout-content': {
              padding: '8px 16px 48px',
              minWidth: 0,
              [theme.breakpoints.down('md')]: { paddingBottom: 96 },
            },
          }),
        },
      },
      // A wide table scrolls within the page (scaffold/list.tsx); the page itself never does. The content itself must not
      // scroll: the bulk actions stand out of it at the top, and would be cut off.
      RaList: { styleOverrides: { root: { '& .RaList-main': { minWidth: 0 }, '& .RaList-content': { minWidth: 0 } } } },
      // Clipped and not hidden: a preview beside a form stays on the screen while the form scrolls.
      RaShow: { styleOverrides: { root: { '& .RaShow-main': { minWidth: 0 } } } },
      RaEdit: {
        styleOverrides: { root: { '& .RaEdit-main': { minWidth: 0 }, '& .RaEdit-card': { overflow: 'clip', minWidth: 0 } } },
      },
      RaTopToolbar: {
        styleOverrides: {
          root: ({ theme }: { theme: Theme }) => ({
            flexWrap: 'wrap',
            alignItems: 'center',
            [theme.breakpoints.up('md')]: { flexShrink: 0, maxWidth: '100%', marginLeft: 'auto' },
            [theme.breakpoints.down('md')]: { backgroundColor: 'transparent' },
          }),
        },
      },
      RaListToolbar: {
        styleOverrides: {
          root: ({ theme }: { theme: Theme }) => ({
            [theme.breakpoints.up('md')]: { flexWrap: 'wrap' },
            [theme.breakpoints.down('sm')]: { backgroundColor: 'transparent' },
          }),
        },
      },
      // The search gives way to the buttons beside it, whose words are longer in some languages.
      RaFilterForm: {
        styleOverrides: {
          root: ({ theme }: { theme: Theme }) => ({ [theme.breakpoints.up('md')]: { flex: '1 1 15rem' } }),
        },
      },
      RaToolbar: {
        styleOverrides: {
          root: {
            backgroundColor: 'transparent',
            '&.RaToolbar-mobileToolbar': { backgroundColor: 'transparent', position: 'static' },
          },
        },
      },
      // On a phone its sign is enough; its words stay for who hears the page.
      RaLocalesMenuButton: {
        styleOverrides: {
          root: ({ theme }: { theme: Theme }) => ({
            [theme.breakpoints.down('sm')]: {
              '& .MuiButton-root': { fontSize: 0, minWidth: 40 },
              '& .MuiButton-endIcon': { display: 'none' },
            },
          }),
        },
      },
      RaMenuItemLink: {
        styleOverrides: {
          root: ({ theme }: { theme: Theme }) => ({
            borderRadius: RADIUS,
            marginInline: 8,
            paddingBlock: 6,
            '&.RaMenuItemLink-active': {
              backgroundColor: theme.palette.action.selected,
              color: theme.palette.primary.main,
              fontWeight: 600,
            },
          }),
        },
      },
    },
  }
}

export const lightTheme = themeOf(defaultLightTheme, {
  mode: 'light',
  primary: { main: '#2456c9' },
  secondary: { main: '#2456c9' },
  background: { default: '#f3f4f7', paper: '#ffffff' },
  text: { primary: '#1b1e25', secondary: '#565e6c' },
  error: { main: '#b3261e' },
  warning: { main: '#8a5a00' },
  success: { main: '#1b6e3c' },
  info: { main: '#1f5f9e' },
})

export const darkTheme = themeOf(defaultDarkTheme, {
  mode: 'dark',
  primary: { main: '#8fb0ff' },
  secondary: { main: '#8fb0ff' },
  background: { default: '#111317', paper: '#1a1d23' },
  text: { primary: '#eceef2', secondary: '#a9b0bd' },
  error: { main: '#ffb4ab' },
  warning: { main: '#f2c26b' },
  success: { main: '#86d6a2' },
  info: { main: '#8cc4ff' },
})
