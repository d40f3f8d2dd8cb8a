.roles | sort_by(.title)[]
| [.id, .family, .level, .pay.median.value, .outlook.growth.value, .outlook.openings.value, .pay.occupation] | @tsv
