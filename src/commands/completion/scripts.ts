/**
 * The completion scripts. They are small: they hand what is typed to `anechat __complete`, which
 * answers with one candidate in a row, a tab, and what it is. The row `:files` lets the shell
 * complete file names.
 */

export const shells = ["bash", "fish", "zsh"] as const;

export type Shell = (typeof shells)[number];

/** The hidden command that the scripts call. */
export const completeCommand = "__complete";

/** A row of the answer: the shell completes names of files. */
export const filesRow = ":files";

/** A row of the answer to bash: no space follows, because a folder can be continued. */
export const openRow = ":open";

export const scripts: Readonly<Record<Shell, string>> = {
  bash: `# anechat: completion for bash. Put it into ~/.bashrc:  source <(anechat completion bash)
_anechat() {
  local anechat=anechat row files=
  [[ -x $1 ]] && anechat=$1
  COMPREPLY=()
  while IFS= read -r row; do
    case $row in
      ${filesRow}) files=1 ;;
      ${openRow}) compopt -o nospace 2>/dev/null ;;
      *) COMPREPLY+=("$row") ;;
    esac
  done < <("$anechat" ${completeCommand} bash "\${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" "$COMP_TYPE" 2>/dev/null)
  # Without a candidate, bash completes names of files, unless that is switched off.
  [[ $files ]] || compopt +o default 2>/dev/null
}
complete -o default -o nosort -F _anechat anechat 2>/dev/null || complete -o default -F _anechat anechat
`,
  zsh: `#compdef anechat
# anechat: completion for zsh. Put it into a folder of your $fpath as _anechat:
#   anechat completion zsh > ~/.zfunc/_anechat
_anechat() {
  local anechat=anechat row value about files
  local -a entries folders
  [[ -x \${(Q)words[1]} ]] && anechat=\${(Q)words[1]}
  while IFS=$'\\t' read -r value about; do
    case $value in
      ${filesRow}) files=1 ;;
      */) folders+=("\${value//:/\\\\:}") ;;
      *) entries+=("\${value//:/\\\\:}\${about:+:$about}") ;;
    esac
  done < <("$anechat" ${completeCommand} zsh "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)
  (( $#entries )) && _describe -V anechat entries
  (( $#folders )) && _describe -V folder folders -S ''
  [[ -n $files ]] && _files
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _anechat "$@"; else compdef _anechat anechat; fi
`,
  fish: `# anechat: completion for fish. anechat completion fish > ~/.config/fish/completions/anechat.fish
function __anechat_complete
  set -l words (commandline -opc)
  set -l anechat anechat
  test -x $words[1]; and set anechat $words[1]
  for row in ($anechat ${completeCommand} fish $words[2..-1] (commandline -ct | string unescape) 2>/dev/null)
    if test $row = ${filesRow}
      __fish_complete_path (commandline -ct)
    else
      echo $row
    end
  end
end
complete -c anechat -k -f -a '(__anechat_complete)'
`,
};
