// A reader of our log that shares no code with it: Go's sumdb/note and sumdb/tlog check the checkpoint, every tile that
// two proofs need, our own proofs, and the proofs that Go makes from our tiles.
//
// Usage: main FOLDER INDEX
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if err := check(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("checkpoint, tiles, inclusion, consistency: ok")
}

type tiles struct{ folder string }

func (t tiles) Height() int { return 8 }

// Go writes the tile height into the path, tlog-tiles does not.
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(t.folder, path))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func head(folder, name string, verifier note.Verifier) (tlog.Tree, error) {
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		return tlog.Tree{}, err
	}
	signed, err := note.Open(data, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("%s: %v", name, err)
	}
	lines := strings.Split(signed.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("%s: not origin, size and root", name)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

func hashes(folder, name string) ([]tlog.Hash, error) {
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		return nil, err
	}
	var all []tlog.Hash
	for _, line := range strings.Fields(string(data)) {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return nil, err
		}
		all = append(all, hash)
	}
	return all, nil
}

func check(folder, place string) error {
	vkey, err := os.ReadFile(filepath.Join(folder, "key"))
	if err != nil {
		return err
	}
	verifier, err := note.NewVerifier(strings.TrimSpace(string(vkey)))
	if err != nil {
		return err
	}
	tree, err := head(folder, "checkpoint", verifier)
	if err != nil {
		return err
	}
	old, err := head(folder, "old-checkpoint", verifier)
	if err != nil {
		return err
	}
	index, err := strconv.ParseInt(place, 10, 64)
	if err != nil {
		return err
	}
	leaf, err := hashes(folder, "leaf")
	if err != nil {
		return err
	}
	reader := tlog.TileHashReader(tree, tiles{folder})
	if err := checkInclusion(folder, tree, index, leaf[0], reader); err != nil {
		return err
	}
	return checkConsistency(folder, tree, old, reader)
}

func checkInclusion(folder string, tree tlog.Tree, index int64, leaf tlog.Hash, reader tlog.HashReader) error {
	ours, err := hashes(folder, "inclusion")
	if err != nil {
		return err
	}
	if err := tlog.CheckRecord(tlog.RecordProof(ours), tree.N, tree.Hash, index, leaf); err != nil {
		return fmt.Errorf("our inclusion proof: %v", err)
	}
	theirs, err := tlog.ProveRecord(tree.N, index, reader)
	if err != nil {
		return fmt.Errorf("our tiles: %v", err)
	}
	return same("inclusion", ours, theirs)
}

func checkConsistency(folder string, tree, old tlog.Tree, reader tlog.HashReader) error {
	ours, err := hashes(folder, "consistency")
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(tlog.TreeProof(ours), tree.N, tree.Hash, old.N, old.Hash); err != nil {
		return fmt.Errorf("our consistency proof: %v", err)
	}
	theirs, err := tlog.ProveTree(tree.N, old.N, reader)
	if err != nil {
		return fmt.Errorf("our tiles: %v", err)
	}
	return same("consistency", ours, theirs)
}

func same(what string, ours, theirs []tlog.Hash) error {
	if len(ours) != len(theirs) {
		return fmt.Errorf("%s proofs differ in length", what)
	}
	for i := range ours {
		if !bytes.Equal(ours[i][:], theirs[i][:]) {
			return fmt.Errorf("%s proofs differ at %d", what, i)
		}
	}
	return nil
}
