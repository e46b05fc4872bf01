//! Ordered sets that share what they have in common: a copy costs nothing, and a change copies only the way to it, and only where a copy is held.
//!
//! A B-tree whose nodes are counted. What is looked for is described by its order, as in [`slice::binary_search_by`].

#[cfg(test)]
mod tests;

use std::cmp::Ordering;
use std::slice;
use std::sync::Arc;

/// So many items or branches has a node at most. Copying a node touches all that it counts, so few are better than many.
const MOST: usize = 16;

#[derive(Debug, Clone)]
enum Node<T> {
    Leaf(Vec<T>),
    /// Everything in a branch but the first is no less than the bound before it.
    Inner {
        bounds: Vec<T>,
        branches: Vec<Arc<Node<T>>>,
    },
}

impl<T> Node<T> {
    fn is_empty(&self) -> bool {
        match self {
            Self::Leaf(items) => items.is_empty(),
            Self::Inner { branches, .. } => branches.is_empty(),
        }
    }
}

/// An ordered set.
#[derive(Debug, Clone)]
pub(super) struct Tree<T> {
    root: Arc<Node<T>>,
    len: usize,
}

impl<T> Default for Tree<T> {
    fn default() -> Self {
        Self { root: Arc::new(Node::Leaf(Vec::new())), len: 0 }
    }
}

impl<T: Clone> Tree<T> {
    /// A set of items that are in order already, each once; O(n).
    pub(super) fn from_sorted(items: Vec<T>) -> Self {
        // Room is left, so that the next items do not split every leaf.
        const FILLED: usize = MOST * 3 / 4;
        let len = items.len();
        let mut level: Vec<(T, Arc<Node<T>>)> = Vec::with_capacity(len / FILLED + 1);
        let mut items = items.into_iter();
        loop {
            let leaf: Vec<T> = items.by_ref().take(FILLED).collect();
            let Some(first) = leaf.first() else {
                break;
            };
            level.push((first.clone(), Arc::new(Node::Leaf(leaf))));
        }
        while level.len() > 1 {
            let mut above = Vec::with_capacity(level.len() / FILLED + 1);
            let mut nodes = level.into_iter().peekable();
            while let Some((first, branch)) = nodes.next() {
                let (mut bounds, mut branches) = (Vec::new(), vec![branch]);
                while branches.len() < FILLED
                    && let Some((bound, branch)) = nodes.next()
                {
                    bounds.push(bound);
                    branches.push(branch);
                }
                above.push((first, Arc::new(Node::Inner { bounds, branches })));
            }
            level = above;
        }
        level.pop().map_or_else(Self::default, |(_, root)| Self { root, len })
    }

    /// How many items there are.
    pub(super) const fn len(&self) -> usize {
        self.len
    }

    /// The item of this order; O(log n).
    pub(super) fn get(&self, order: impl Fn(&T) -> Ordering) -> Option<&T> {
        let mut node = &*self.root;
        loop {
            match node {
                Node::Leaf(items) => return items.binary_search_by(&order).ok().and_then(|at| items.get(at)),
                Node::Inner { bounds, branches } => {
                    node = branches.get(bounds.partition_point(|bound| order(bound) != Ordering::Greater))?;
                }
            }
        }
    }

    /// Puts an item in its place, and gives the one that was there; O(log n).
    pub(super) fn insert(&mut self, item: T, order: impl Fn(&T) -> Ordering) -> Option<T> {
        let (old, split) = insert(&mut self.root, item, &order);
        if let Some((bound, right)) = split {
            let left = Arc::clone(&self.root);
            self.root = Arc::new(Node::Inner { bounds: vec![bound], branches: vec![left, right] });
        }
        self.len += usize::from(old.is_none());
        old
    }

    /// Takes the item of this order out; O(log n).
    pub(super) fn remove(&mut self, order: impl Fn(&T) -> Ordering) -> Option<T> {
        self.get(&order)?;
        let removed = remove(&mut self.root, &order);
        loop {
            let next = match &*self.root {
                Node::Inner { branches, .. } if branches.len() == 1 => branches.first().cloned(),
                Node::Inner { branches, .. } if branches.is_empty() => Some(Arc::new(Node::Leaf(Vec::new()))),
                _ => None,
            };
            match next {
                Some(root) => self.root = root,
                None => break,
            }
        }
        self.len -= usize::from(removed.is_some());
        removed
    }

    /// The items that are not less than an order, in order; O(log n) to begin.
    pub(super) fn from(&self, order: impl Fn(&T) -> Ordering) -> Iter<'_, T> {
        let mut above = Vec::new();
        let mut node = &*self.root;
        loop {
            match node {
                Node::Leaf(items) => {
                    let at = items.partition_point(|item| order(item) == Ordering::Less);
                    return Iter { above, leaf: items.get(at..).unwrap_or_default().iter() };
                }
                Node::Inner { bounds, branches } => {
                    let at = bounds.partition_point(|bound| order(bound) == Ordering::Less);
                    let mut branches = branches.get(at..).unwrap_or_default().iter();
                    match branches.next() {
                        Some(branch) => node = branch,
                        None => return Iter { above, leaf: [].iter() },
                    }
                    above.push(branches);
                }
            }
        }
    }

    /// All items, in order.
    pub(super) fn iter(&self) -> Iter<'_, T> {
        self.from(|_| Ordering::Equal)
    }
}

type Split<T> = Option<(T, Arc<Node<T>>)>;

/// As deep as the tree, which is balanced.
fn insert<T: Clone>(node: &mut Arc<Node<T>>, item: T, order: &impl Fn(&T) -> Ordering) -> (Option<T>, Split<T>) {
    match Arc::make_mut(node) {
        Node::Leaf(items) => match items.binary_search_by(order) {
            Ok(at) => (Some(std::mem::replace(&mut items[at], item)), None),
            Err(at) => {
                items.insert(at, item);
                if items.len() <= MOST {
                    return (None, None);
                }
                let right = items.split_off(items.len() / 2);
                (None, Some((right[0].clone(), Arc::new(Node::Leaf(right)))))
            }
        },
        Node::Inner { bounds, branches } => {
            let at = bounds.partition_point(|bound| order(bound) != Ordering::Greater);
            let (old, split) = insert(&mut branches[at], item, order);
            let Some((bound, right)) = split else {
                return (old, None);
            };
            bounds.insert(at, bound);
            branches.insert(at + 1, right);
            if branches.len() <= MOST {
                return (old, None);
            }
            let middle = branches.len() / 2;
            let right = branches.split_off(middle);
            let mut right_bounds = bounds.split_off(middle - 1);
            let bound = right_bounds.remove(0);
            (old, Some((bound, Arc::new(Node::Inner { bounds: right_bounds, branches: right }))))
        }
    }
}

/// Leaves and branches go when they are empty; half-empty ones stay, as items come back.
fn remove<T: Clone>(node: &mut Arc<Node<T>>, order: &impl Fn(&T) -> Ordering) -> Option<T> {
    match Arc::make_mut(node) {
        Node::Leaf(items) => items.binary_search_by(order).ok().map(|at| items.remove(at)),
        Node::Inner { bounds, branches } => {
            let at = bounds.partition_point(|bound| order(bound) != Ordering::Greater);
            let removed = remove(branches.get_mut(at)?, order);
            if branches[at].is_empty() {
                branches.remove(at);
                if !bounds.is_empty() {
                    bounds.remove(at.saturating_sub(1));
                }
            }
            removed
        }
    }
}

/// The items of a tree from some place on.
pub(super) struct Iter<'t, T> {
    /// What is still to come at each level.
    above: Vec<slice::Iter<'t, Arc<Node<T>>>>,
    leaf: slice::Iter<'t, T>,
}

impl<'t, T> Iterator for Iter<'t, T> {
    type Item = &'t T;

    fn next(&mut self) -> Option<&'t T> {
        loop {
            if let Some(item) = self.leaf.next() {
                return Some(item);
            }
            match self.above.last_mut()?.next().map(|node| &**node) {
                None => drop(self.above.pop()),
                Some(Node::Leaf(items)) => self.leaf = items.iter(),
                Some(Node::Inner { branches, .. }) => self.above.push(branches.iter()),
            }
        }
    }
}
