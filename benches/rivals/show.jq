.roles[] | select(.id == "it-manager")
