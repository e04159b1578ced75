# SPDX-License-Identifier: GPL-2.0
# bash completion for altbpfctl(8)

_altbpfctl_ids() { # NOUN: "id" and "name" have been typed; offer what is there
	command altbpfctl "$1" list 2> /dev/null | case $2 in
	id) sed -n 's/^\([0-9]*\):.*/\1/p' ;;
	name) sed -n 's/^[0-9]*: .*  name \([^ ]*\).*/\1/p' ;;
	esac
}

_altbpfctl() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
	local noun="" word="" i words=""

	COMPREPLY=()
	for ((i = 1; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in
		-B | --btf | --backend) ((i++)) ;;
		-*) ;;
		*)
			if [ -z "$noun" ]; then
				noun=${COMP_WORDS[i]}
			elif [ -z "$word" ]; then
				word=${COMP_WORDS[i]}
			fi
			;;
		esac
	done
	case $prev in
	-B | --btf | file | data_in | data_out | ctx_in | ctx_out)
		compopt -o default
		return
		;;
	--backend) words="device offline kernel" ;;
	id | name)
		local kind=$noun
		[ "$noun" = attach ] && kind=prog
		[ "$noun $word" = "map create" ] || words=$(_altbpfctl_ids "$kind" "$prev")
		;;
	type)
		local row=prog_type
		[ "$noun" = map ] && row=map_type
		words=$(command altbpfctl --backend offline feature probe 2> /dev/null | sed -n "s/^$row //p")
		;;
	unit | key | value | entries | flags | repeat | log | --offset | --cookie) return ;;
	esac
	if [ -z "$words" ]; then
		case $noun/$word in
		/)
			words="prog map link attach feature explain version help"
			[[ $cur == -* ]] && words="--json --pretty --verbose --btf --backend --version --help"
			;;
		prog/) words="list show dump load run check stats help" ;;
		prog/list | prog/show) words="id name" ;;
		prog/dump) words="xlated jited id name opcodes linum file" ;;
		prog/load | prog/check)
			words="type log"
			compopt -o default
			;;
		prog/run)
			words="id name data_in data_out data_size_out ctx_in ctx_out ctx_size_out repeat"
			compopt -o default
			;;
		map/) words="list show dump hist lookup update delete getnext create help" ;;
		map/list | map/show) words="id name" ;;
		map/dump) words="id name sort" ;;
		map/hist) words="id name unit" ;;
		map/create) words="type key value entries name flags" ;;
		map/*) words="id name key value hex u8 u16 u32 u64 str any exist noexist" ;;
		link/) words="list show detach help" ;;
		link/*) words="id" ;;
		attach/)
			words="kprobe kretprobe tracepoint raw_tracepoint help"
			compopt -o default
			;;
		attach/*)
			words="prog id name"
			[[ $cur == -* ]] && words="--hold --stats --offset --cookie"
			compopt -o default
			;;
		feature/) words="probe help" ;;
		explain/) words=$(command altbpfctl explain 2> /dev/null | sed 's/ .*//') ;;
		esac
	fi
	mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
}

complete -F _altbpfctl altbpfctl
